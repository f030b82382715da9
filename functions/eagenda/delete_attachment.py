"""Delete the document of an attachment that is forgotten."""

from __future__ import annotations

from functions.eagenda.attachments import document_name
from shared.events.eagenda import AttachmentDiscarded
from shared.kernel.catalogue import Delivery, effect
from shared.kernel.context import ReadContext


@effect(on=AttachmentDiscarded, delivery=Delivery.AT_LEAST_ONCE)
def delete_attachment(discarded: AttachmentDiscarded, ctx: ReadContext) -> None:
    """Delete the document; one that never came, or is gone already, is no error."""
    ctx.ports.documents.delete(document_name(discarded.agenda_id, discarded.attachment_id))
