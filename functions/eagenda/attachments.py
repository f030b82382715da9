"""What the operations on attachments have in common: who may see them, and where their files lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.attachment import Attachment, Attachments
from functions.eagenda.records import AGENDAS, INVITATIONS, participation_key
from functions.eagenda.tables import ATTACHMENT_LIMITS
from shared.kernel.collections import ListQuery, TypedCollection
from shared.rules.calendar import wib_date
from shared.rules.files import FileKind
from shared.tables.rows import value_on
from shared.values import Instant, fingerprint

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attachment import AttachmentLimits
    from shared.kernel.context import ReadContext


TO_DISCARD = ListQuery(order="discard_at", of_service=True)
ATTACHMENTS = TypedCollection(
    "attachments", Attachments, key=lambda it: it.agenda_id, matter=lambda it: it.agenda_id, queries=(TO_DISCARD,)
)


@dataclass(frozen=True, slots=True)
class ShownAttachment:
    """A file that can be downloaded; its size is in bytes."""

    id: str
    name: str
    kind: FileKind
    size: int
    added_at: Instant


def shown(attachment: Attachment) -> ShownAttachment:
    """Return a file as people see it."""
    return ShownAttachment(attachment.id, attachment.name, attachment.kind, attachment.size, attachment.changed_at)


def agenda_to_read(agenda_id: str, ctx: ReadContext) -> Agenda:
    """Return an agenda that the caller is invited to, runs, or may read. Raises RecordMissing."""
    own = participation_key(agenda_id, ctx.actor.id)
    invitation = ctx.find(INVITATIONS, own, right_from="the caller's own participation")
    return ctx.get(AGENDAS, agenda_id, right_from="the caller's invitation" if invitation else "")


def attachments_of(agenda_id: str, ctx: ReadContext) -> Attachments:
    """Return an agenda's attachments; the caller's right to the agenda was looked at before."""
    return ctx.find(ATTACHMENTS, agenda_id, right_from="the agenda") or Attachments(agenda_id)


def attachment_limits(ctx: ReadContext) -> AttachmentLimits:
    """Return how many files of which size an agenda may have on the day of the call."""
    return value_on(wib_date(ctx.now), ATTACHMENT_LIMITS, ctx)


def document_name(agenda_id: str, attachment_id: str) -> str:
    """Return where a file is kept, beside the agenda's other papers."""
    return f"eagenda/{agenda_id}/lampiran/{attachment_id}"


def quarantine_name(agenda_id: str, attachment_id: str) -> str:
    """Return where a file arrives: a name that tells nothing and that no other file gets."""
    return fingerprint("eagenda", agenda_id, attachment_id)
