"""A scan on a clerk's desk: announced, sent and looked at, then registered as a letter or thrown away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from functions.eoffice.domain.reading import NOTHING_READ, Read
from shared.refusals import InvalidField, RecordMissing, Refusal
from shared.rules.files import FileKind, UploadMissing, check_sha256, check_size, file_kind, file_name
from shared.values import Between, Instant

if TYPE_CHECKING:
    from collections.abc import Callable

FINISH_WITHIN = timedelta(hours=1)
DOWNLOAD_WITHIN = timedelta(minutes=2)
MOST_PARTS = 30  # each is a file, a reading in a process of its own, and a record of one transaction
_KINDS = {FileKind.PDF, FileKind.JPEG, FileKind.PNG}


class LetterScanState(StrEnum):
    """Where a scan stands."""

    EXPECTED = "expected"
    READY = "ready"
    REGISTERED = "registered"
    DISCARDED = "discarded"


class LetterScanRegistered(Refusal):
    """The scan is a letter in the book already."""

    title = "Pindaian ini sudah terdaftar sebagai surat."


@dataclass(frozen=True, slots=True)
class LetterScanLimits:
    """How large one scan may be, and how many days it lies on the desk before it is thrown away."""

    largest_megabytes: Annotated[int, Between(1, 100)]
    kept_days: Annotated[int, Between(1, 365)]

    @property
    def largest(self) -> int:
        """Return the size of the largest in bytes."""
        return self.largest_megabytes * 1_000_000


@dataclass(frozen=True, slots=True)
class LetterScan:
    """One file of an office's desk, and what was read of it. ``sent_by`` is the clerk's name."""

    id: str
    organisation_id: str
    name: str
    kind: FileKind
    size: int
    sha256: str
    changed_at: Instant
    sent_by: str
    state: LetterScanState = LetterScanState.EXPECTED
    pages: int = 0
    read: Read = NOTHING_READ
    letter_id: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Some pages of a scan, from the first to the last, that become a scan of their own."""

    id: str
    name: str
    first: int
    last: int


def announced(scan: LetterScan, limits: LetterScanLimits) -> LetterScan:
    """Return a scan that may come. Raises InvalidField for a file that no letter is."""
    name = file_name(scan.name)
    kind = file_kind(name)
    if kind not in _KINDS:
        raise InvalidField(
            "/name", "Jenis berkas ini tidak diterima. Pindai menjadi PDF, atau pilih foto JPEG atau PNG."
        )
    check_size(scan.size, limits.largest)
    check_sha256(scan.sha256)
    return replace(scan, name=name, kind=kind)


def require_unfinished(scan: LetterScan, now: datetime) -> None:
    """Refuse a scan that was thrown away, or whose time to come is over; one that came is no error."""
    if scan.state is LetterScanState.DISCARDED:
        raise _gone()
    if scan.state is LetterScanState.EXPECTED and now >= scan.changed_at + FINISH_WITHIN:
        raise UploadMissing("Terlalu lama. Unggah sekali lagi.")


def require_ready(scan: LetterScan) -> None:
    """Refuse to register what is not there, or what is a letter already."""
    if scan.state is LetterScanState.REGISTERED:
        raise LetterScanRegistered("Buka suratnya dari daftar surat masuk.", letter_id=scan.letter_id)
    if scan.state is not LetterScanState.READY:
        raise _gone()


def parts_of(scan: LetterScan, starts: tuple[int, ...], new_id: Callable[[], str]) -> tuple[Part, ...]:
    """Return the parts of a scan in which further letters begin on these pages. Raises InvalidField."""
    if scan.kind is not FileKind.PDF or scan.pages < 2:  # noqa: PLR2004 -- what could be split has two pages
        raise InvalidField("/starts", "Berkas ini hanya satu halaman; tidak ada yang dipisah.")
    in_order = tuple(sorted(set(starts)))
    if not in_order or len(in_order) != len(starts) or not 1 < in_order[0] <= in_order[-1] <= scan.pages:
        raise InvalidField("/starts", f"Pilih halaman awal surat berikutnya, dari 2 sampai {scan.pages}.")
    firsts = (1, *in_order)
    if len(firsts) > MOST_PARTS:
        raise InvalidField(
            "/starts", f"Paling banyak {MOST_PARTS} surat sekaligus. Pisah sisanya dari bagian terakhir."
        )
    lasts = (*(it - 1 for it in in_order), scan.pages)
    stem = scan.name.rpartition(".")[0]
    return tuple(
        Part(new_id(), f"{stem} ({number}).pdf", first, last)
        for number, (first, last) in enumerate(zip(firsts, lasts, strict=True), 1)
    )


def registered(scan: LetterScan, letter_id: str, now: datetime) -> LetterScan:
    """Return the scan as a letter's: what was read of it, and its name, stand in the letter alone from now on."""
    return replace(
        scan, name="", state=LetterScanState.REGISTERED, letter_id=letter_id, changed_at=now, read=NOTHING_READ
    )


def back_on_desk(scan: LetterScan, name: str, read: Read, now: datetime) -> LetterScan:
    """Return the scan of a letter that was entered by mistake: it waits to be entered again."""
    return replace(scan, name=name, state=LetterScanState.READY, letter_id="", changed_at=now, read=read)


def discarded(scan: LetterScan, now: datetime) -> LetterScan:
    """Return the scan thrown away. Raises LetterScanRegistered for one that is a letter."""
    if scan.state is LetterScanState.REGISTERED:
        raise LetterScanRegistered("Batalkan pendaftaran suratnya bila keliru.", letter_id=scan.letter_id)
    return replace(scan, state=LetterScanState.DISCARDED, changed_at=now, read=NOTHING_READ)


def _gone() -> RecordMissing:
    return RecordMissing("Pindaian ini tidak ada lagi. Unggah sekali lagi.")
