"""A surat keterangan that an employee's data have changed: who may be stated, who signs, what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar

from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import wib_date
from shared.values import Instant, Nip, Text

_MOST_CHANGES = 10

Words = Annotated[str, Text(1, 150)]
MaybeWords = Annotated[str, Text(0, 150)]


class EmployeeElsewhere(Refusal):
    """An administrator of one office states something of an employee of another."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Pegawai ini di luar OPD Anda."


class SignerElsewhere(Refusal):
    """Who is to sign holds no post in the office, nor above it."""

    title: ClassVar[str] = "Pejabat ini tidak dapat menandatangani surat OPD Anda."


class LetterOfAnother(Refusal):
    """The office above reads a letter; the office that prepared it issues or cancels it."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Surat ini milik OPD lain."


class NumberCodeMissing(Refusal):
    """The office has no code for its numbers."""

    title: ClassVar[str] = "Kode unit OPD Anda belum diisi."


class AddressMissing(Refusal):
    """The portal's address leads nobody but this machine to the page that the QR code names."""

    title: ClassVar[str] = "Alamat portal belum ditetapkan."


@dataclass(frozen=True, slots=True)
class DataChange:
    """What changed, from what (empty: it was not there) to what."""

    label: Annotated[str, Text(1, 60)]
    before: MaybeWords
    after: Words


@dataclass(frozen=True, slots=True)
class Employee:
    """The employee as they were known when the letter was prepared."""

    person_id: str
    name: str
    nip: Nip | None
    golongan: str
    position_title: str
    organisation_name: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, in which post, and for whom: ``in_name_of`` (a.n.), ``through`` (u.b.)."""

    person_id: str
    position_id: str
    name: str
    nip: Nip | None
    golongan: str
    title: str
    in_name_of: str = ""
    through: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """What issuing fixed. ``document`` names the archived copy, whose bytes have the other hash."""

    code: str
    issued_at: Instant
    content_sha256: str
    document: str
    document_sha256: str


@dataclass(frozen=True, slots=True)
class SuratKeterangan:
    """A letter and its number; whether it is issued or cancelled, the register says."""

    id: str
    entry: str  # the key of its number in the register
    number: str
    organisation_path: tuple[str, ...]
    organisation_name: str
    employee: Employee
    changes: tuple[DataChange, ...]
    basis: str
    purpose: str
    signer: Signer
    prepared_at: Instant
    issue: Issue | None = None
    dated_on: date | None = None  # of one that is dated back

    def day(self, issued_at: datetime) -> date:
        """Return the day that stands on it: its own, or that of its issuing."""
        return self.dated_on or wib_date(issued_at)


def require_employee(own_office: str, paths: tuple[tuple[str, ...], ...], *, manages_all: bool) -> None:
    """Refuse who manages one office an employee who holds nothing in it, nor below it."""
    if not manages_all and not any(own_office in path for path in paths):
        raise EmployeeElsewhere("Minta administrator OPD pegawai itu, atau BKPSDM.")


def check_changes(changes: tuple[DataChange, ...]) -> None:
    """Refuse a letter that states no change, or more than a table on one sheet holds. Raises InvalidField."""
    if not 1 <= len(changes) <= _MOST_CHANGES:
        raise InvalidField("/changes", f"Isi 1 sampai {_MOST_CHANGES} perubahan.")
    for place, change in enumerate(changes):
        if change.before == change.after:
            raise InvalidField(f"/changes/{place}/after", "Data semula dan data baru sama.")
