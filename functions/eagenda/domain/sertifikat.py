"""Certificates: for which meetings they are, what they state, and when one no longer holds.

A sertifikat states that somebody took part in a bimtek or a sosialisasi (Permendagri 1/2023). All of one meeting share
its number in the register; each has a place of its own behind it: ``800.2.4/15.0007/416-114/2026``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.agenda import Agenda, AgendaIsCancelled, AgendaState
from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.notulen import AttendanceStillOpen
from shared.refusals import InvalidField, Refusal
from shared.rules.numbering import write_number
from shared.values import Between, Instant, Line, Nip

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.attendance import Attendee

CERTIFIED = frozenset({AgendaKind.BIMTEK, AgendaKind.SOSIALISASI})
_MOST_SUBJECTS = 20  # as many as one sheet holds


class NoSertifikatForKind(Refusal):
    """A meeting of this kind teaches nothing."""

    title = "Sertifikat hanya untuk bimtek dan sosialisasi."


class NobodyPresent(Refusal):
    """There is nobody to give one to."""

    title = "Tidak ada yang hadir menurut daftar hadir."


class SertifikatGone(Refusal):
    """It no longer holds."""

    status = 410
    title = "Sertifikat ini sudah dicabut."


class SignerNotHere(Refusal):
    """Whoever is to sign holds no post in the office or above it."""

    title = "Penanda tangan tidak menjabat di OPD Anda atau di atasnya."


class KodeUnitMissing(Refusal):
    """Without it no number can be written."""

    title = "Kode unit OPD Anda belum diisi."


class AddressUnknown(Refusal):
    """A QR code would lead nobody anywhere."""

    title = "Alamat portal belum ditetapkan."


@dataclass(frozen=True, slots=True)
class Subject:
    """What was taught, and for how many lesson hours (JP)."""

    title: Line
    hours: Annotated[int, Between(1, 200)]


@dataclass(frozen=True, slots=True)
class SertifikatSigner:
    """Who signs by hand, as they stood when the certificates were issued."""

    person_id: str
    name: str
    nip: Nip | None
    rank: str
    title: str


@dataclass(frozen=True, slots=True)
class SertifikatIssue:
    """The certificates of one agenda: what they have in common, and how many places behind the number are taken.

    ``entry`` is the row of the register; ``serial``, ``unit_code`` and ``day`` are what the number is written of.
    """

    agenda_id: str
    entry: str
    classification: str
    pattern: str
    serial: int
    unit_code: str
    day: date
    subjects: tuple[Subject, ...]
    signer: SertifikatSigner
    issued_at: Instant
    job_id: str
    last: int = 0

    @property
    def number(self) -> str:
        """The number that all of them share."""
        return write_number(self.pattern, self.classification, self.serial, self.unit_code, self.day)

    @property
    def hours(self) -> int:
        """The lesson hours (JP) of all subjects."""
        return sum(it.hours for it in self.subjects)


@dataclass(frozen=True, slots=True)
class Sertifikat:
    """A person's certificate, who they were on that day, and since when and why it no longer holds.

    ``title`` and ``held_on`` are the meeting's, for the person's own list. ``words`` is by what it is found.
    """

    agenda_id: str
    person_id: str
    place: int
    number: str
    name: str
    nip: Nip | None
    position: str
    organisation: str
    title: str
    held_on: date
    hours: int
    code: str
    sha256: str
    issued_at: Instant
    withdrawn_at: Instant | None = None
    reason: str = ""
    words: tuple[str, ...] = ()


def require_certifiable(agenda: Agenda) -> None:
    """Refuse a meeting that gives no certificates. Raises the refusals of this module and AgendaIsCancelled."""
    if agenda.kind not in CERTIFIED:
        raise NoSertifikatForKind("Ubah jenis agendanya sebelum absensi ditutup, bila memang bimtek atau sosialisasi.")
    if agenda.state is AgendaState.CANCELLED:
        raise AgendaIsCancelled(f"Alasan: {agenda.cancel_reason}")
    if agenda.sheet is None:
        raise AttendanceStillOpen("Tutup absensi dulu. Sertifikat diberikan kepada yang hadir menurut daftar akhir.")


def check_subjects(subjects: tuple[Subject, ...]) -> None:
    """Refuse no subject, and more than the sheet holds. Raises InvalidField."""
    if not 1 <= len(subjects) <= _MOST_SUBJECTS:
        raise InvalidField("/subjects", f"Isi 1 sampai {_MOST_SUBJECTS} materi.")


def number_behind(issue: SertifikatIssue, place: int) -> str:
    """Return the number of the certificate at a place, the first being 1."""
    return write_number(issue.pattern, issue.classification, issue.serial, issue.unit_code, issue.day, f"{place:04}")


def award(issue: SertifikatIssue, agenda: Agenda, held_on: date, attendee: Attendee, code: str) -> Sertifikat:
    """Return the certificate of somebody who took part, at the next place; its hash is still to come."""
    place = issue.last + 1
    return Sertifikat(
        agenda_id=agenda.id,
        person_id=attendee.person_id,
        place=place,
        number=number_behind(issue, place),
        name=attendee.name,
        nip=attendee.nip,
        position=attendee.position_title,
        organisation=attendee.organisation_name,
        title=agenda.title,
        held_on=held_on,
        hours=issue.hours,
        code=code,
        sha256="",
        issued_at=issue.issued_at,
    )


def withdraw(sertifikat: Sertifikat, reason: str, now: datetime) -> Sertifikat:
    """Return the certificate as one that no longer holds."""
    return replace(sertifikat, withdrawn_at=now, reason=reason)
