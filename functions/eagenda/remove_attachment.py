"""Take a file off an agenda."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.attachments import ATTACHMENTS, attachments_of
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.attachment import AttachmentState, remove
from shared.events.eagenda import AttachmentRemoved
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class AttachmentToRemove:
    """Which file of which agenda."""

    agenda_id: str
    attachment_id: str


@dataclass(frozen=True, slots=True)
class Removed:
    """The file is shown no longer; ``already`` when it wasn't before."""

    already: bool


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def remove_attachment(which: AttachmentToRemove, ctx: Context) -> Removed:
    """Take an attachment off an agenda; a day later nothing of it is left."""
    agenda = organised_agenda(which.agenda_id, ctx)
    attachments = attachments_of(agenda.id, ctx)

    attachment = attachments.find(which.attachment_id)
    already = attachment.state is AttachmentState.REMOVED

    if not already:
        ctx.put(ATTACHMENTS, remove(attachments, attachment, ctx.now))
        ctx.emit(AttachmentRemoved(agenda.id, attachment.id))
    return Removed(already)
