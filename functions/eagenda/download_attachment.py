"""Hand out the link to one file of an agenda."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.attachments import agenda_to_read, attachments_of, document_name
from functions.eagenda.domain.attachment import DOWNLOAD_WITHIN, require_attached
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.ports.documents import Download
from shared.refusals import RecordMissing
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class WhichAttachment:
    """Which file of which agenda."""

    agenda_id: str
    attachment_id: str


@dataclass(frozen=True, slots=True)
class AttachmentLink:
    """Where the file can be downloaded until ``expires_at``; the link is as good as the file."""

    url: str
    expires_at: Instant


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def download_attachment(which: WhichAttachment, ctx: ReadContext) -> AttachmentLink:
    """Hand out the link to an attachment, for its organiser and those invited."""
    agenda = agenda_to_read(which.agenda_id, ctx)
    attachment = attachments_of(agenda.id, ctx).find(which.attachment_id)

    require_attached(attachment)
    download = Download(document_name(agenda.id, attachment.id), attachment.name, attachment.kind.media_type)
    until = ctx.now + DOWNLOAD_WITHIN
    return AttachmentLink(ctx.ports.documents.download_link(download, ctx.now, until), until)
