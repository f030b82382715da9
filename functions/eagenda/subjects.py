"""An agenda as notices name it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.visibility import Visibility
from shared.rules.calendar import day_date, span, wib_date
from shared.views.subjects import Subject, SubjectEvent, subject_id

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.sitting import Sitting


def agenda_subject_id(agenda_id: str) -> str:
    """Return the id of an agenda as a subject."""
    return subject_id("agendas", agenda_id)


def as_subject(agenda: Agenda, sequence: int = 0) -> Subject:
    """Return the agenda as a subject; ``sequence`` is that of its calendar file, 0 in its first version."""
    is_secret = agenda.visibility is Visibility.SECRET
    return Subject(
        agenda_subject_id(agenda.id),
        agenda.title,
        f"/agenda/{agenda.id}",
        agenda.starts_at,
        is_secret=is_secret,
        place=agenda.place,
        note=f"Pakaian: {agenda.dress}" if agenda.dress else "",
        event=None if is_secret else _as_event(agenda, sequence),
    )


def _as_event(agenda: Agenda, sequence: int) -> SubjectEvent:
    return SubjectEvent(calendar_uid(agenda.id), sequence, agenda.ends_at, calendar_words(agenda))


def calendar_words(agenda: Agenda) -> str:
    """Return what calendars say of an agenda beside its title, time and place; no link of a meeting online."""
    sittings = "\n".join(f"{it.title}: {_when(it, agenda)}" for it in agenda.sittings)
    organiser = f"Penyelenggara: {agenda.organiser.name}, {agenda.organiser.organisation_name}"
    cancelled = f"Dibatalkan: {agenda.cancel_reason}" if agenda.cancel_reason else ""
    return "\n\n".join(filter(None, (agenda.description, sittings, organiser, cancelled)))


def _when(sitting: Sitting, agenda: Agenda) -> str:
    day = wib_date(sitting.starts_at)
    is_only_day = day == wib_date(agenda.starts_at) == wib_date(agenda.ends_at)
    time = span(sitting.starts_at, sitting.ends_at)
    return time if is_only_day else f"{day_date(day)}, {time}"


def calendar_uid(agenda_id: str) -> str:
    """Return by what calendars know an agenda, however it reached them."""
    return f"{agenda_id}@agenda.trowulan"


def withdrawn_subject_id(agenda_id: str) -> str:
    """Return the id of an agenda as those know it who are not invited to it any more."""
    return subject_id("withdrawn", agenda_id)


def as_withdrawn(agenda: Agenda, event: SubjectEvent | None) -> Subject:
    """Return the agenda as a subject for those who cannot open it any more; ``event`` is that of the agenda's own."""
    return replace(as_subject(agenda), id=withdrawn_subject_id(agenda.id), link="/agenda", event=event)
