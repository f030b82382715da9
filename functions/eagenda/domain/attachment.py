"""Attachments of an agenda: files that its organiser adds for those invited, from being announced to being gone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from functions.eagenda.domain.agenda import Agenda, AgendaIsCancelled, AgendaState
from shared.refusals import RecordMissing, Refusal
from shared.rules.files import FileKind, UploadMissing, check_sha256, check_size, file_kind, file_name
from shared.values import Between, Instant

FINISH_WITHIN = timedelta(hours=1)
DOWNLOAD_WITHIN = timedelta(minutes=2)
# A backup that has begun names what is removed meanwhile, and a download that has begun reads it.
GONE_AFTER = timedelta(days=1)


class AttachmentState(StrEnum):
    """Where an attachment stands."""

    EXPECTED = "expected"
    ATTACHED = "attached"
    REMOVED = "removed"


class AttachmentsFull(Refusal):
    """The agenda has as many attachments as it may."""

    title = "Lampiran sudah penuh."


@dataclass(frozen=True, slots=True)
class AttachmentLimits:
    """How many files of which size. No regulation sets these; they change with the office's disks."""

    most: Annotated[int, Between(1, 100)]
    largest_megabytes: Annotated[int, Between(1, 100)]

    @property
    def largest(self) -> int:
        """Return the size of the largest in bytes."""
        return self.largest_megabytes * 1_000_000


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file as its sender announces it; the size is in bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file. While it is expected, size and hash are what was announced; once attached, those of what is kept."""

    id: str
    name: str
    kind: FileKind
    size: int
    sha256: str
    state: AttachmentState
    changed_at: Instant


@dataclass(frozen=True, slots=True)
class Attachments:
    """All attachments of one agenda. ``discard_at`` is when something in it is to be forgotten."""

    agenda_id: str
    items: tuple[Attachment, ...] = ()
    discard_at: Instant | None = None

    def attached(self) -> tuple[Attachment, ...]:
        """Return what those invited see."""
        return tuple(it for it in self.items if it.state is AttachmentState.ATTACHED)

    def find(self, attachment_id: str) -> Attachment:
        """Return one of any state. Raises RecordMissing."""
        for it in self.items:
            if it.id == attachment_id:
                return it
        raise RecordMissing("Lampiran ini tidak ada lagi. Muat ulang halamannya.")


def announce(attachment_id: str, file: NewFile, limits: AttachmentLimits, now: datetime) -> Attachment:
    """Make an attachment of what its sender announces. Raises InvalidField."""
    name = file_name(file.name)
    kind = file_kind(name)
    check_size(file.size, limits.largest)
    check_sha256(file.sha256)
    return Attachment(attachment_id, name, kind, file.size, file.sha256, AttachmentState.EXPECTED, now)


def expect(attachments: Attachments, attachment: Attachment, limits: AttachmentLimits, now: datetime) -> Attachments:
    """Await an announced file. Raises AttachmentsFull.

    What nobody has finished in time holds no place. What was removed today still lies on the disk, so it counts too,
    though generously: nobody can fill the disk by adding and removing.
    """
    held = [it for it in attachments.items if it.state is AttachmentState.ATTACHED or is_awaited(it, now)]
    if len(held) >= limits.most or len(attachments.items) >= 5 * limits.most:
        raise AttachmentsFull(f"Paling banyak {limits.most} lampiran. Hapus yang tidak diperlukan, lalu ulangi.")
    return _with(attachments, attachment)


def attach(attachments: Attachments, attachment: Attachment, now: datetime) -> Attachments:
    """Show a file to those invited."""
    return _with(attachments, replace(attachment, state=AttachmentState.ATTACHED, changed_at=now))


def remove(attachments: Attachments, attachment: Attachment, now: datetime) -> Attachments:
    """Show it no longer."""
    return _with(attachments, replace(attachment, state=AttachmentState.REMOVED, changed_at=now))


def require_attached(attachment: Attachment) -> None:
    """Refuse to hand out what isn't attached, or no longer."""
    if attachment.state is not AttachmentState.ATTACHED:
        raise RecordMissing("Lampiran ini tidak ada lagi. Muat ulang halamannya.")


def require_unfinished(attachment: Attachment, now: datetime) -> None:
    """Refuse to finish what was removed meanwhile, or was announced long ago."""
    if attachment.state is AttachmentState.REMOVED:
        raise RecordMissing("Lampiran ini sudah dihapus. Muat ulang halamannya.")
    if attachment.state is AttachmentState.EXPECTED and not is_awaited(attachment, now):
        raise UploadMissing("Unggahan ini sudah terlalu lama. Unggah berkasnya sekali lagi.")


def discard_due(attachments: Attachments, now: datetime) -> tuple[Attachments, tuple[str, ...]]:
    """Forget what is long removed and what never arrived; return what is left, and the ids of what is gone."""
    gone = tuple(it.id for it in attachments.items if _is_passing(it) and it.changed_at + GONE_AFTER <= now)
    kept = tuple(it for it in attachments.items if it.id not in gone)
    return Attachments(attachments.agenda_id, kept, _discard_at(kept)), gone


def is_awaited(attachment: Attachment, now: datetime) -> bool:
    """Whether a file may still be finished."""
    return attachment.state is AttachmentState.EXPECTED and now < attachment.changed_at + FINISH_WITHIN


def require_not_cancelled(agenda: Agenda) -> None:
    """Refuse files for a meeting that does not take place."""
    if agenda.state is AgendaState.CANCELLED:
        raise AgendaIsCancelled(f"Alasan: {agenda.cancel_reason}")


def _is_passing(attachment: Attachment) -> bool:
    return attachment.state is not AttachmentState.ATTACHED


def _with(attachments: Attachments, attachment: Attachment) -> Attachments:
    """Put one in its place, or at the end when it is new."""
    known = {it.id: it for it in attachments.items} | {attachment.id: attachment}
    items = tuple(known.values())
    return Attachments(attachments.agenda_id, items, _discard_at(items))


def _discard_at(items: tuple[Attachment, ...]) -> datetime | None:
    return min((it.changed_at + GONE_AFTER for it in items if _is_passing(it)), default=None)
