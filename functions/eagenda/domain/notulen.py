"""The notulen of a meeting: who writes and who approves it, what it says, and when it is final.

A notulen is a naskah dinas (Permendagri 1/2023) that whoever led the meeting and whoever wrote it sign.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import Agenda, AgendaIsCancelled, AgendaState
from functions.eagenda.domain.notulen_text import NotulenText, require_complete
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import wib_date
from shared.values import Nip

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


class NotulenState(StrEnum):
    """A draft is being written, a submitted one waits for the chair, a final one is a paper."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    FINAL = "final"


class NotNotulis(Refusal):
    """Another person writes this notulen."""

    status = 403
    title = "Notulen ini ditulis orang lain."


class NotChair(Refusal):
    """Another person led the meeting."""

    status = 403
    title = "Hanya pimpinan rapat yang dapat melakukan ini."


class NotulenWaits(Refusal):
    """It lies before the chair."""

    title = "Notulen sedang menunggu persetujuan pimpinan rapat."


class NotulenFinal(Refusal):
    """It has been approved."""

    title = "Notulen ini sudah final."


class NotulenNotSubmitted(Refusal):
    """Nothing lies before the chair."""

    title = "Notulen ini belum diajukan."


class NotulenNotFinal(Refusal):
    """There is no paper yet."""

    title = "Notulen ini belum final."


class AttendanceStillOpen(Refusal):
    """Who was there is not known for good."""

    title = "Absensi belum ditutup."


@dataclass(frozen=True, slots=True)
class Officer:
    """Who leads a meeting or writes its notulen, as they stood when they were named."""

    person_id: str
    name: str
    nip: Nip | None
    position_title: str


@dataclass(frozen=True, slots=True)
class Notulen:
    """The notulen of an agenda as it is being written; ``edition`` counts the papers that came of it.

    ``remark`` is why the chair gave it back, or why a final one is corrected.
    """

    agenda_id: str
    chair: Officer
    notulis: Officer
    text: NotulenText
    state: NotulenState = NotulenState.DRAFT
    edition: int = 0
    remark: str = ""
    is_started: bool = False  # somebody has typed something


def first_notulen(agenda: Agenda) -> Notulen:
    """Return the notulen of an agenda for which nobody was named: the organiser's."""
    organiser = agenda.organiser
    officer = Officer(organiser.person_id, organiser.name, None, organiser.position_title)
    return Notulen(agenda.id, officer, officer, NotulenText(points=agenda.title, opening=agenda.description))


def require_held(agenda: Agenda) -> None:
    """Refuse a notulen of a meeting that was cancelled. Raises AgendaIsCancelled."""
    if agenda.state is AgendaState.CANCELLED:
        raise AgendaIsCancelled(f"Alasan: {agenda.cancel_reason}")


def require_draft(notulen: Notulen) -> None:
    """Refuse to change what waits for the chair or is final. Raises NotulenWaits and NotulenFinal."""
    if notulen.state is NotulenState.SUBMITTED:
        raise NotulenWaits(f"Minta {notulen.chair.name} mengembalikannya, lalu ubah.")
    if notulen.state is NotulenState.FINAL:
        raise NotulenFinal("Minta penyelenggara membuka perbaikan, supaya terbit versi baru.")


def require_notulis(notulen: Notulen, person_id: str) -> None:
    """Refuse anybody but the one who writes. Raises NotNotulis."""
    if person_id != notulen.notulis.person_id:
        raise NotNotulis(f"Hubungi {notulen.notulis.name}, atau minta penyelenggara menunjuk Anda.")


def require_chair(notulen: Notulen, person_id: str) -> None:
    """Refuse anybody but the one who leads. Raises NotChair."""
    if person_id != notulen.chair.person_id:
        raise NotChair(f"Hubungi {notulen.chair.name}, pimpinan rapat ini.")


def require_submitted(notulen: Notulen) -> None:
    """Refuse to decide on what was not submitted. Raises NotulenNotSubmitted."""
    if notulen.state is not NotulenState.SUBMITTED:
        raise NotulenNotSubmitted("Tunggu notulis mengajukannya.")


def rewrite(notulen: Notulen, text: NotulenText, most_decisions: int) -> Notulen:
    """Return the draft with another text. Raises InvalidField for too many decisions, or two under one id."""
    if len(text.decisions) > most_decisions:
        raise InvalidField("/text/decisions", f"Satu notulen memuat paling banyak {most_decisions} keputusan.")
    if len({it.id for it in text.decisions}) < len(text.decisions):
        raise InvalidField("/text/decisions", "Ada keputusan yang tercatat dua kali. Hapus salah satunya.")
    return replace(notulen, text=text, is_started=True)


def submit(notulen: Notulen, agenda: Agenda, days_off: Collection[date], next_day: Callable[[date], date]) -> Notulen:
    """Put a complete draft before the chair. Raises InvalidField for what is missing or falls on a day off."""
    text = notulen.text
    if not text.discussion:
        raise InvalidField("/text/discussion", "Isi pembahasan rapat.")
    if not text.conclusion and not text.decisions:
        raise InvalidField("/text/conclusion", "Isi kesimpulan, atau tambahkan satu keputusan.")
    held_on = wib_date(agenda.starts_at)
    for number, decision in enumerate(text.decisions):
        require_complete(f"/text/decisions/{number}", decision, held_on, days_off, next_day)
    return replace(notulen, state=NotulenState.SUBMITTED)


def correct(notulen: Notulen, reason: str) -> Notulen:
    """Open a final notulen for a new edition. Raises NotulenNotFinal."""
    if notulen.state is not NotulenState.FINAL:
        raise NotulenNotFinal("Yang belum final masih dapat diubah notulis.")
    return replace(notulen, state=NotulenState.DRAFT, remark=reason)
