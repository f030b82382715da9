"""List the files of an agenda, and say what may be added."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.attachments import ShownAttachment, agenda_to_read, attachment_limits, attachments_of, shown
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.files import ENDINGS


@dataclass(frozen=True, slots=True)
class WhichAttachments:
    """Of which agenda."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class AttachmentList:
    """The files in the order in which they were announced; how many are taken, of which endings, of how many bytes."""

    items: tuple[ShownAttachment, ...]
    most: int
    largest: int
    endings: tuple[str, ...]


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def list_attachments(which: WhichAttachments, ctx: ReadContext) -> AttachmentList:
    """List the attachments of an agenda for its organiser and those invited."""
    agenda = agenda_to_read(which.agenda_id, ctx)
    attachments = attachments_of(agenda.id, ctx)

    limits = attachment_limits(ctx)
    items = tuple(shown(it) for it in attachments.attached())
    return AttachmentList(items, limits.most, limits.largest, tuple(ENDINGS))
