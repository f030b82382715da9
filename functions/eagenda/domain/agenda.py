"""An agenda: a meeting with its place, its times and its organiser, from planning to its closed attendance list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from functions.eagenda.domain.agenda_kind import AgendaKind, Dress
from functions.eagenda.domain.change import BookedRoom, Change
from functions.eagenda.domain.materials import NOTHING_SHARED, Materials
from functions.eagenda.domain.visibility import Visibility
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import clock_time
from shared.rules.link import Link, check_link
from shared.values import Instant, Line, Paragraph

if TYPE_CHECKING:
    from functions.eagenda.domain.edit import Edit

OPENS_BEFORE = timedelta(minutes=30)  # the usual; the organiser may choose another opening
LONGEST = timedelta(days=7)
MOST_INVITED = 2000  # an apel of the whole regency's offices
_SAID = ("kind", "title", "description", "place", "online_link", "starts_at", "ends_at", "dress", "visibility")


class AgendaState(StrEnum):
    """Where an agenda stands; closed means that its attendance list is final."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    CLOSED = "closed"


class AgendaOver(Refusal):
    """The meeting has ended, or its list is closed."""

    title = "Agenda ini sudah selesai."


class AgendaCancelled(Refusal):
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
class Plan:
    """What an organiser fills in."""

    title: Line
    place: Line
    starts_at: Instant
    ends_at: Instant
    invited: tuple[str, ...]
    invited_posts: tuple[str, ...] = ()  # whoever holds them on the day
    description: Paragraph = ""
    opens_at: Instant | None = None
    closes_at: Instant | None = None
    show_names: bool = False
    admit_guests: bool = False
    visibility: Visibility = Visibility.INTERNAL
    kind: AgendaKind = AgendaKind.RAPAT
    dress: Dress = ""
    online_link: Link = ""
    room_id: str | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting. Attendance is taken from ``opens_at`` until before ``closes_at``."""

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


def schedule(agenda_id: str, plan: Plan, organiser: Organiser, now: datetime) -> Agenda:
    """Make an agenda of a plan. Raises InvalidField for the first field whose value contradicts another."""
    agenda = Agenda(
        id=agenda_id,
        opens_at=plan.opens_at or plan.starts_at - OPENS_BEFORE,
        closes_at=plan.closes_at or plan.ends_at,
        organiser=organiser,
        invited_count=len(set(plan.invited)),
        **said(plan),
    )
    check(agenda, now)
    if not plan.invited and not plan.invited_posts:
        raise InvalidField("/invited", "Undang paling sedikit satu orang.")
    if len(plan.invited) + len(plan.invited_posts) > MOST_INVITED:
        raise InvalidField("/invited", f"Undang paling banyak {MOST_INVITED} orang.")
    return agenda


def said(written: Plan | Edit) -> dict[str, Any]:
    """Return what an organiser wrote that the agenda says as it was written."""
    return {name: getattr(written, name) for name in (*_SAID, "show_names", "admit_guests")}


def check(agenda: Agenda, now: datetime) -> None:
    """Refuse an agenda that contradicts itself. Raises InvalidField."""
    secret = agenda.visibility is Visibility.SECRET
    opens_at, ends_at, closes_at = agenda.opens_at, agenda.ends_at, agenda.closes_at
    wrong = [
        (ends_at <= agenda.starts_at, "/ends_at", "Waktu selesai harus sesudah waktu mulai."),
        (ends_at - agenda.starts_at > LONGEST, "/ends_at", "Agenda paling lama tujuh hari."),
        (ends_at <= now, "/starts_at", "Waktu agenda sudah lewat. Pilih waktu yang akan datang."),
        (opens_at > ends_at, "/opens_at", "Absensi harus dibuka sebelum agenda selesai."),
        (closes_at <= opens_at, "/closes_at", "Absensi harus ditutup sesudah dibuka."),
        (closes_at - ends_at > LONGEST, "/closes_at", "Absensi ditutup paling lambat tujuh hari sesudah selesai."),
        (agenda.admit_guests and secret, "/admit_guests", "Agenda rahasia hanya untuk yang diundang, tanpa tamu."),
    ]
    for is_wrong, pointer, sentence in wrong:
        if is_wrong:
            raise InvalidField(pointer, sentence)
    check_link(agenda.online_link, "/online_link")


def cancel(agenda: Agenda, reason: str, now: datetime) -> Agenda:
    """Cancel a meeting that is not over."""
    if agenda.state is AgendaState.CLOSED or now >= agenda.ends_at:
        detail = f"Selesai pukul {clock_time(agenda.ends_at)}; yang sudah berlangsung tidak dapat dibatalkan."
        raise AgendaOver(detail)
    return replace(agenda, state=AgendaState.CANCELLED, cancel_reason=reason)


def final_sheet(agenda: Agenda, sha256: str, code: str, now: datetime) -> Sheet:
    """Return the first version of the list whose facts have this hash. Raises AgendaCancelled."""
    if agenda.state is AgendaState.CANCELLED:
        raise AgendaCancelled(f"Alasan: {agenda.cancel_reason}")
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
