"""A letter that came in: from its agenda number to the word that it is dealt with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from functions.eoffice.domain.letter import LetterSays
from shared.refusals import Refusal
from shared.rules.files import FileKind
from shared.values import Instant

BOOK = "surat-masuk"  # the series of agenda numbers: one for each office and year


class LetterState(StrEnum):
    """Where a letter stands: with whom it is for, handed down by disposisi, dealt with, or entered by mistake."""

    WAITING = "waiting"
    DISPOSED = "disposed"
    DONE = "done"
    CANCELLED = "cancelled"


class LetterRead(Refusal):
    """Whoever the letter is for has opened it."""

    title = "Surat ini sudah dibaca."


class LetterCancelled(Refusal):
    """The entry was taken back."""

    title = "Pendaftaran surat ini sudah dibatalkan."


class LetterDone(Refusal):
    """The letter is dealt with."""

    title = "Surat ini sudah selesai ditindaklanjuti."


class LetterHandedDown(Refusal):
    """Others have the letter by disposisi."""

    title = "Surat ini masih di tangan penerima disposisi."


class NotAddressee(Refusal):
    """The letter is for another post."""

    status = 403
    title = "Surat ini ditujukan kepada jabatan lain."


@dataclass(frozen=True, slots=True)
class Addressee:
    """The post that a letter is for, whoever holds it; the title is that of the day on which it was routed."""

    position_id: str
    title: str


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """The letter itself: how many pages, how many bytes, and the SHA-256 of its content."""

    id: str
    name: str
    kind: FileKind
    size: int
    sha256: str
    pages: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What one field said before and after, in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected, by whom, when and why; nothing of it is ever lost."""

    at: Instant
    by: str
    by_name: str
    reason: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """Who said that the letter is dealt with, when, and what came of it; ``by_name`` tells in whose name."""

    at: Instant
    by: str
    by_name: str
    note: str


@dataclass(frozen=True, slots=True)
class SuratMasuk:
    """A letter in the book of an office.

    ``readers_at`` are the posts to which it came by disposisi. ``due`` is until when it wants to be dealt with.
    """

    id: str
    organisation_id: str
    organisation_name: str
    year: int
    serial: int
    says: LetterSays
    file: ScannedFile
    addressee: Addressee
    registered_at: Instant
    registered_by: str
    registered_by_name: str
    due: Instant
    state: LetterState = LetterState.WAITING
    duplicate_reason: str = ""
    read_at: Instant | None = None
    read_by_name: str = ""
    done: Done | None = None
    cancel_reason: str = ""
    corrections: tuple[Correction, ...] = ()
    readers_at: tuple[str, ...] = ()
    disposisi_ids: tuple[str, ...] = ()

    @property
    def nomor_agenda(self) -> str:
        """Return the number in the office's book as people say it: ``0412/2026``."""
        return f"{self.serial:04}/{self.year}"

    @property
    def is_secret(self) -> bool:
        """Whether nobody may learn of it but those to whom it came and the clerk who took it in."""
        return self.says.sifat.is_secret

    @property
    def held_by(self) -> str:
        """Return who has it in hand, in words; "" once nobody has to."""
        if self.state is LetterState.WAITING:
            return self.addressee.title
        return "penerima disposisi" if self.state is LetterState.DISPOSED else ""

    @property
    def called(self) -> str:
        """Return what a task calls the letter: its hal, unless it is secret."""
        return f"Surat rahasia, nomor agenda {self.nomor_agenda}" if self.is_secret else self.says.hal

    @property
    def source(self) -> str:
        """Return from whom it came and under which number, unless it is secret."""
        return "Buka suratnya untuk membaca" if self.is_secret else f"{self.says.sender} · {self.says.number}"
