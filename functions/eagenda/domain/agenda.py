"""An agenda: a meeting with its place, its times and its organiser, from planning to its closed attendance list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.change import BookedRoom, Change, InSeries
from functions.eagenda.domain.map_point import MapPoint
from functions.eagenda.domain.materials import NOTHING_SHARED, Materials
from functions.eagenda.domain.sitting import Sitting
from functions.eagenda.domain.visibility import Visibility
from shared.refusals import Refusal
from shared.rules.calendar import clock_time
from shared.values import Instant

LONGEST = timedelta(days=7)
MOST_INVITED = 2000  # an apel of the whole regency's offices


class AgendaState(StrEnum):
    """Where an agenda stands; closed means that its attendance list is final."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    CLOSED = "closed"


class AgendaOver(Refusal):
    """The meeting has ended, or its list is closed."""

    title = "Agenda ini sudah selesai."


class AgendaIsCancelled(Refusal):
    """The meeting does not take place."""

    title = "Agenda ini dibatalkan."


class AgendaIsSecret(Refusal):
    """It may be read here alone."""

    status = 403
    title = "Agenda rahasia tidak dapat disimpan ke kalender."


class NotOrganiser(Refusal):
    """Only the organiser's own organisation runs a meeting."""

    status = 403
    title = "Hanya penyelenggara yang dapat melakukan ini."


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who calls the meeting, as of the day it was created."""

    person_id: str
    name: str
    position_title: str
    organisation_id: str
    organisation_name: str
    organisation_path: tuple[str, ...]
    position_id: str = ""  # unknown of agendas from before tasks


@dataclass(frozen=True, slots=True)
class Sheet:
    """The closed attendance list: its version, and the hash of the facts that it states."""

    version: int
    sha256: str
    closed_at: Instant
    code: str = ""  # by which whoever holds the paper checks it; papers from before there was one have none


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting. Attendance is taken from ``opens_at`` until before ``closes_at``; of each sitting, if it has any.

    The hall's code records leaving from ``leaving_minutes`` before an end on; None where leaving is not recorded.
    """

    id: str
    title: str
    description: str
    place: str
    starts_at: Instant
    ends_at: Instant
    opens_at: Instant
    closes_at: Instant
    organiser: Organiser
    invited_count: int
    show_names: bool
    admit_guests: bool
    state: AgendaState = AgendaState.SCHEDULED
    cancel_reason: str | None = None
    sheet: Sheet | None = None
    visibility: Visibility = Visibility.INTERNAL
    changes: tuple[Change, ...] = ()  # the oldest first
    kind: AgendaKind = AgendaKind.RAPAT
    dress: str = ""
    online_link: str = ""  # for those invited alone
    materials: Materials = NOTHING_SHARED
    room: BookedRoom | None = None
    sittings: tuple[Sitting, ...] = ()  # in their order, one after the other
    leaving_minutes: int | None = None
    point: MapPoint | None = None
    asks_position: bool = False
    series: InSeries | None = None


def cancel(agenda: Agenda, reason: str, now: datetime) -> Agenda:
    """Cancel a meeting that is not over."""
    if agenda.state is AgendaState.CLOSED or now >= agenda.ends_at:
        detail = f"Selesai pukul {clock_time(agenda.ends_at)}; yang sudah berlangsung tidak dapat dibatalkan."
        raise AgendaOver(detail)
    return replace(agenda, state=AgendaState.CANCELLED, cancel_reason=reason)


def final_sheet(agenda: Agenda, sha256: str, code: str, now: datetime) -> Sheet:
    """Return the first version of the list whose facts have this hash. Raises AgendaIsCancelled."""
    if agenda.state is AgendaState.CANCELLED:
        raise AgendaIsCancelled(f"Alasan: {agenda.cancel_reason}")
    return Sheet(1, sha256, now, code)


def close(agenda: Agenda, sheet: Sheet) -> Agenda:
    """Make the attendance list final."""
    return replace(agenda, state=AgendaState.CLOSED, sheet=sheet)


def may_organise(agenda: Agenda, person_id: str, organisation_id: str) -> bool:
    """Whether the person runs this meeting: its organiser, or a colleague of the same organisation."""
    return person_id == agenda.organiser.person_id or organisation_id == agenda.organiser.organisation_id


def require_organiser(agenda: Agenda, person_id: str, organisation_id: str) -> None:
    """Refuse anybody who does not run this meeting."""
    if not may_organise(agenda, person_id, organisation_id):
        detail = f"Hubungi {agenda.organiser.name}, penyelenggara agenda ini."
        raise NotOrganiser(detail)
