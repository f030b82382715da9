"""An agenda as notices name it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.visibility import Visibility
from shared.views.subjects import Subject, subject_id

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda


def agenda_subject_id(agenda_id: str) -> str:
    """Return the id of an agenda as a subject."""
    return subject_id("agendas", agenda_id)


def as_subject(agenda: Agenda) -> Subject:
    """Return the agenda as a subject."""
    return Subject(
        agenda_subject_id(agenda.id),
        agenda.title,
        f"/agenda/{agenda.id}",
        agenda.starts_at,
        is_secret=agenda.visibility is Visibility.SECRET,
        place=agenda.place,
        note=f"Pakaian: {agenda.dress}" if agenda.dress else "",
    )


def withdrawn_subject_id(agenda_id: str) -> str:
    """Return the id of an agenda as those know it who are not invited to it any more."""
    return subject_id("withdrawn", agenda_id)


def as_withdrawn(agenda: Agenda) -> Subject:
    """Return the agenda as a subject for those who cannot open it any more."""
    return replace(as_subject(agenda), id=withdrawn_subject_id(agenda.id), link="/agenda")
