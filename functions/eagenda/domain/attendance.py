"""Attendance: whether somebody counts as present at a meeting, and why not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.agenda import Agenda, AgendaIsCancelled, AgendaState
from functions.eagenda.domain.answer import NOT_ANSWERED, Answer, Represented
from functions.eagenda.domain.change import part_at
from functions.eagenda.domain.codes import CODE_LASTS, is_current_link_code, is_current_short_code
from functions.eagenda.domain.map_point import Distance
from functions.eagenda.domain.sitting import Sitting, hall_id, sitting_id_at
from shared.refusals import Refusal
from shared.rules.calendar import clock_time, long_date, wib_date
from shared.values import Instant, Nip, Text

if TYPE_CHECKING:
    from functions.eagenda.domain.change import Change
    from shared.values import Secret


Browser = Annotated[str, Text(0, 40)]


class Method(StrEnum):
    """How the hall's code reached us; offline: kept on a phone without signal, and confirmed.

    Kiosk: the person's own code, read at the door; by hand: somebody at a kiosk wrote them down.
    """

    LINK = "link"
    SHORT_CODE = "short_code"
    OFFLINE = "offline"
    KIOSK = "kiosk"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class PresentedCode:
    """A code as it reached us, and by which browser, as far as it says so."""

    text: str
    method: Method
    browser: str = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person as the attendance list names them, in the position of that day."""

    person_id: str
    name: str
    nip: Nip | None
    position_title: str
    organisation_name: str
    represents: str = ""  # "mewakili …", of a deputy

    @property
    def position_shown(self) -> str:
        """The position, and in whose place they came."""
        return ", ".join(filter(None, (self.position_title, self.represents)))


@dataclass(frozen=True, slots=True)
class Invitation:
    """A person is invited to an agenda; what lists of invitations show stands beside it.

    ``position_id`` is the post for whose sake it is this person, ``represents`` the one in whose place a deputy comes.
    The names are those of the day of the invitation; invitations from before there were answers have none.
    ``asked_until`` is how long an answer is asked for; nothing once it is given. ``of_series``: invited to each day
    of a series, and told once of what concerns all of them.
    """

    agenda_id: str
    person_id: str
    title: str
    place: str
    starts_at: Instant
    ends_at: Instant
    state: AgendaState
    position_id: str = ""
    name: str = ""
    position_title: str = ""
    organisation_name: str = ""
    answer: Answer = NOT_ANSWERED
    represents: Represented | None = None
    is_deputy: bool = False
    asked_until: Instant | None = None
    of_series: bool = False


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What makes an attendance out of a scan that was kept on a phone: when it reached us, and who vouched for it."""

    received_at: Instant
    confirmed_at: Instant
    confirmed_by: str


@dataclass(frozen=True, slots=True)
class ByHand:
    """Why somebody was written down by hand, and in whose name."""

    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """A person was present; with a confirmation, ``at`` is the moment by the clock of the phone.

    ``sitting_id`` names the sitting of an agenda that has some. ``left_at`` is when the person left, where that is
    recorded and they said so, and ``left_by`` how. ``by_hand`` and ``left_by_hand`` are why others wrote that down.
    """

    agenda_id: str
    attendee: Attendee
    at: Instant
    method: Method
    confirmation: Confirmation | None = None
    sitting_id: str = ""
    left_at: Instant | None = None
    left_by: Method | None = None
    distance: Distance | None = None  # of the phone, where the meeting asks for it and the person sent it
    by_hand: ByHand | None = None
    left_by_hand: ByHand | None = None
    browser: str = ""  # the same for all who scanned with one phone


@dataclass(frozen=True, slots=True)
class RefusedScan:
    """Somebody showed a code and was refused; kept, since a refusal too is a fact about a meeting.

    A guest has no ``person_id``; the name is what they wrote.
    """

    agenda_id: str
    person_id: str
    name: str
    reason: str
    at: Instant


class CodeExpired(Refusal):
    """The code is not, or no longer, on the hall's screen."""

    status = 410
    title = "Kode sudah berganti."


class NotInvited(Refusal):
    """The person is not on the list of those invited."""

    status = 403
    title = "Anda tidak diundang pada agenda ini."


class AttendanceNotOpen(Refusal):
    """It is too early."""

    title = "Absensi belum dibuka."


class AttendanceOver(Refusal):
    """It is too late."""

    title = "Absensi sudah ditutup."


def invite(agenda: Agenda, person_id: str) -> Invitation:
    """Invite a person."""
    return Invitation(agenda.id, person_id, agenda.title, agenda.place, agenda.starts_at, agenda.ends_at, agenda.state)


def attend(
    agenda: Agenda,
    invitation: Invitation | None,
    attendee: Attendee,
    code: PresentedCode,
    secret: Secret | None,
    now: datetime,
) -> Attendance:
    """Decide on a scan. Raises the refusal that helps the person most, and keeps the refused scan.

    The code comes first: whoever cannot show it learns nothing of the meeting. (pretix's check-in answers in a fixed
    order of reasons too.)
    """
    sitting_id = sitting_id_at(agenda.sittings, now)
    refusal = _not_shown(agenda, sitting_id, code, secret, now) or hindrance(agenda, invitation, now)
    if refusal is not None:
        raise kept(refusal, agenda, attendee, now)
    return Attendance(
        agenda.id, as_deputy(attendee, invitation), now, code.method, sitting_id=sitting_id, browser=code.browser
    )


def leave(agenda: Agenda, present: Attendance, code: PresentedCode, secret: Secret | None, now: datetime) -> Attendance:
    """Return the attendance with the departure that a scan records; as it is where it records none.

    Whoever has left stays gone since then. Raises CodeExpired, and keeps the refused scan.
    """
    if present.left_at or not is_leaving(agenda, present.at, now):
        return present
    refusal = _not_shown(agenda, present.sitting_id, code, secret, now)
    if refusal is not None:
        raise kept(refusal, agenda, present.attendee, now)
    return replace(present, left_at=now, left_by=code.method)


def is_leaving(agenda: Agenda, came_at: datetime, at: datetime) -> bool:
    """Whether a scan at that moment records that somebody leaves; the code by which they came is no second scan."""
    time = leaving_time(agenda, part_at(agenda, at))
    return time is not None and time[0] <= at < time[1] and at - came_at >= CODE_LASTS


def leaving_time(agenda: Agenda, part: Agenda | Change | Sitting) -> tuple[datetime, datetime] | None:
    """Return from when until before when leaving a sitting or the whole is recorded; None where it is not."""
    if agenda.leaving_minutes is None:
        return None
    return part.ends_at - timedelta(minutes=agenda.leaving_minutes), part.closes_at


def as_deputy(attendee: Attendee, invitation: Invitation | None) -> Attendee:
    """Return who attends with those in whose place they came, if they did."""
    represented = invitation.represents if invitation else None
    return replace(attendee, represents=represented.words) if represented else attendee


def kept(refusal: Refusal, agenda: Agenda, attendee: Attendee, now: datetime) -> Refusal:
    """Let the refusal leave its refused scan behind."""
    refusal.keep = (RefusedScan(agenda.id, attendee.person_id, attendee.name, refusal.slug(), now),)
    return refusal


def hindrance(agenda: Agenda, invitation: Invitation | None, at: datetime) -> Refusal | None:
    """Return why whoever was in the hall at that moment is not taken down, or None."""
    organiser = agenda.organiser.name
    if invitation is None and agenda.state is not AgendaState.CANCELLED:
        return NotInvited(f"Hubungi {organiser}, penyelenggara agenda ini.", organiser_name=organiser)
    return not_taking(agenda, at)


def not_taking(agenda: Agenda, at: datetime, sitting: Sitting | None = None) -> Refusal | None:
    """Return why nobody's attendance is taken at this moment, or None: of this sitting, or of the present."""
    organiser = agenda.organiser.name
    if agenda.state is AgendaState.CANCELLED:
        return AgendaIsCancelled(f"Alasan: {agenda.cancel_reason}", reason=agenda.cancel_reason)
    part = sitting or part_at(agenda, at)
    name = f"Absensi sesi “{part.title}”" if isinstance(part, Sitting) else "Absensi"
    if at < part.opens_at:
        detail = f"{name} dibuka pukul {clock_time(part.opens_at)}, {long_date(wib_date(part.opens_at))}."
        return AttendanceNotOpen(detail, opens_at=part.opens_at)
    if agenda.state is AgendaState.CLOSED or at >= part.closes_at:
        closed_at = agenda.sheet.closed_at if agenda.sheet else part.closes_at
        detail = f"{name} ditutup pukul {clock_time(closed_at)}. Hubungi {organiser}, penyelenggara agenda ini."
        return AttendanceOver(detail, closes_at=closed_at, organiser_name=organiser)
    return None


def _not_shown(
    agenda: Agenda, sitting_id: str, code: PresentedCode, secret: Secret | None, now: datetime
) -> Refusal | None:
    is_current = is_current_link_code if code.method is Method.LINK else is_current_short_code
    if secret is not None and is_current(code.text, secret, hall_id(agenda.id, sitting_id), now):
        return None
    return CodeExpired("Pindai kode yang sedang tampil di layar.")
