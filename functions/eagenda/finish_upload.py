"""Have a file that was sent looked at, and attach it to its agenda."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.attachments import (
    ATTACHMENTS,
    ShownAttachment,
    attachments_of,
    document_name,
    quarantine_name,
    shown,
)
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.attachment import Attachment, AttachmentState, attach, require_unfinished
from shared.events.eagenda import AttachmentAdded
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.refusals import RecordMissing, Refusal
from shared.rules.files import FileRefused, UploadDiffers, UploadMissing
from shared.uploads.take_in import Expected, Kept, take_in


@dataclass(frozen=True, slots=True)
class SentFile:
    """The file that was announced, and now sent."""

    agenda_id: str
    attachment_id: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """An attachment whose file is to be looked at."""

    agenda_id: str
    attachment: Attachment


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What became of the file: kept, or refused."""

    agenda_id: str
    attachment_id: str
    outcome: Kept | Refusal


@dataclass(frozen=True, slots=True)
class UploadFinished:
    """The file is attached; ``already`` when it was before."""

    attachment: ShownAttachment
    already: bool


def look_at(arrival: Arrival, ctx: ReadContext) -> LookedAt:
    """Look at the file and keep it, outside any transaction."""
    agenda_id, attachment = arrival.agenda_id, arrival.attachment
    return LookedAt(agenda_id, attachment.id, _outcome(agenda_id, attachment, ctx))


def _outcome(agenda_id: str, attachment: Attachment, ctx: ReadContext) -> Kept | Refusal:
    if attachment.state is AttachmentState.ATTACHED:
        return Kept(attachment.size, attachment.sha256)
    names = quarantine_name(agenda_id, attachment.id), document_name(agenda_id, attachment.id)
    expected = Expected(*names, attachment.kind, attachment.size, attachment.sha256)
    try:
        return take_in(ctx.ports.documents, expected)
    except (FileRefused, UploadDiffers, UploadMissing) as refusal:  # answered by the last step, which is journaled
        return refusal


def attach_file(looked: LookedAt, ctx: Context) -> UploadFinished:
    """Attach the file, unless it was refused or the agenda has changed hands meanwhile."""
    agenda = organised_agenda(looked.agenda_id, ctx)
    attachments = attachments_of(looked.agenda_id, ctx)

    attachment = attachments.find(looked.attachment_id)
    if attachment.state is AttachmentState.ATTACHED:
        return UploadFinished(shown(attachment), already=True)
    require_unfinished(attachment, ctx.now)
    if isinstance(looked.outcome, Refusal):
        raise looked.outcome
    kept = replace(attachment, size=looked.outcome.size, sha256=looked.outcome.sha256)
    attached = attach(attachments, kept, ctx.now)

    ctx.put(ATTACHMENTS, attached)
    ctx.emit(AttachmentAdded(agenda.id, attachment.id))
    return UploadFinished(shown(attached.find(attachment.id)), already=False)


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, UploadMissing, UploadDiffers, FileRefused),
    limit=PerActor(per_minute=60, burst=40),
    call=look_at,
    complete=attach_file,
)
def finish_upload(sent: SentFile, ctx: Context) -> Arrival:
    """Have a sent file looked at and attach it to its agenda; doing it again answers the same."""
    agenda = organised_agenda(sent.agenda_id, ctx)
    attachments = attachments_of(agenda.id, ctx)

    attachment = attachments.find(sent.attachment_id)
    require_unfinished(attachment, ctx.now)
    return Arrival(agenda.id, attachment)
