"""E-Agenda's collections: their keys, who reads them, and the lists that may be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.domain.attendance import Attendance, RefusedScan
from functions.eagenda.domain.invitation import Invitation
from functions.eagenda.domain.visibility import Visibility
from shared.kernel.collections import ListQuery, TypedCollection
from shared.values import Secret


@dataclass(frozen=True, slots=True)
class QrSecret:
    """The secret behind an agenda's hall codes; apart from the agenda, which queries return."""

    agenda_id: str
    secret: Secret


def participation_key(agenda_id: str, person_id: str, sitting_id: str = "") -> str:
    """Return the one key for a person at an agenda or at one of its sittings: it holds a second attendance off."""
    return f"{agenda_id}:{person_id}:{sitting_id}" if sitting_id else f"{agenda_id}:{person_id}"


def agenda_readers(agenda: Agenda) -> tuple[str, ...]:
    """Show an agenda to its organiser, the organiser's organisation and those above it.

    A secret one is the organiser's alone: theirs as a person, and that of whoever takes their position after them.
    """
    organiser = agenda.organiser
    person = f"per:{organiser.person_id}"
    if agenda.visibility is Visibility.SECRET:
        return (person, *([f"pos:{organiser.position_id}"] if organiser.position_id else []))
    return (person, *(f"org:{organisation_id}" for organisation_id in organiser.organisation_path))


def without_guests(agenda: dict[str, Any]) -> dict[str, Any]:
    """Bring an agenda from before there were guests up to date: it admits none."""
    return {**agenda, "admit_guests": False}


def without_code(agenda: dict[str, Any]) -> dict[str, Any]:
    """Bring an agenda from before papers had codes up to date: its closed list has none."""
    return {**agenda, "sheet": {**agenda["sheet"], "code": ""} if agenda.get("sheet") else None}


SOONEST_FIRST = ListQuery(order="starts_at")
LATEST_FIRST = ListQuery(order="starts_at", descending=True)
BY_ORGANISER = ListQuery(equal=("organiser.person_id",), order="starts_at")
WITH_OFFICE = ListQuery(contains_any="organiser.organisation_path", of_service=True)
OF_SERIES = ListQuery(equal=("series.id",), order="starts_at")
BY_STATE = ListQuery(equal=("state",), order="starts_at", of_service=True)
OF_PERSON_SOONEST_FIRST = ListQuery(equal=("person_id",), order="starts_at")
OF_PERSON_LATEST_FIRST = ListQuery(equal=("person_id",), order="starts_at", descending=True)
OF_AGENDA = ListQuery(equal=("agenda_id",))
OF_AGENDA_BY_ANSWER = ListQuery(equal=("agenda_id", "is_deputy", "answer.kind"))
ASKED_UNTIL = ListQuery(order="asked_until", of_service=True)
OF_AGENDA_IN_ORDER = ListQuery(equal=("agenda_id",), order="at")
OF_AGENDA_OUTSIDE = ListQuery(equal=("agenda_id", "distance.is_outside"), order="at")
OF_AGENDA_LATEST_FIRST = ListQuery(equal=("agenda_id",), order="at", descending=True)
OF_AGENDA_LEFT = ListQuery(equal=("agenda_id",), order="left_at")
OF_SITTING_IN_ORDER = ListQuery(equal=("agenda_id", "sitting_id"), order="at")
OF_SITTING_LATEST_FIRST = ListQuery(equal=("agenda_id", "sitting_id"), order="at", descending=True)
OF_SITTING_OUTSIDE = ListQuery(equal=("agenda_id", "sitting_id", "distance.is_outside"), order="at")
OF_SITTING_LEFT = ListQuery(equal=("agenda_id", "sitting_id"), order="left_at")
OF_AGENDA_OF_PERSON = ListQuery(equal=("agenda_id", "attendee.person_id"), order="at")

AGENDAS = TypedCollection(
    "agendas",
    Agenda,
    key=lambda it: it.id,
    readers=agenda_readers,
    organisation=lambda it: it.organiser.organisation_id,
    matter=lambda it: it.id,
    queries=(SOONEST_FIRST, LATEST_FIRST, BY_STATE, BY_ORGANISER, WITH_OFFICE, OF_SERIES),
    upcasters=(without_guests, without_code),
)
INVITATIONS = TypedCollection(
    "invitations",
    Invitation,
    key=lambda it: participation_key(it.agenda_id, it.person_id),
    matter=lambda it: it.agenda_id,
    queries=(OF_PERSON_SOONEST_FIRST, OF_PERSON_LATEST_FIRST, OF_AGENDA, OF_AGENDA_BY_ANSWER, ASKED_UNTIL),
)
ATTENDANCE = TypedCollection(
    "attendance",
    Attendance,
    key=lambda it: participation_key(it.agenda_id, it.attendee.person_id, it.sitting_id),
    matter=lambda it: it.agenda_id,
    queries=(
        OF_AGENDA_IN_ORDER,
        OF_AGENDA_LATEST_FIRST,
        OF_AGENDA_LEFT,
        OF_AGENDA_OUTSIDE,
        OF_SITTING_IN_ORDER,
        OF_SITTING_LATEST_FIRST,
        OF_SITTING_LEFT,
        OF_SITTING_OUTSIDE,
        OF_AGENDA_OF_PERSON,
    ),
)
REFUSED_SCANS = TypedCollection(
    "refused_scans", RefusedScan, matter=lambda it: it.agenda_id, queries=(OF_AGENDA_LATEST_FIRST,)
)
QR_SECRETS = TypedCollection("qr_secrets", QrSecret, key=lambda it: it.agenda_id)
