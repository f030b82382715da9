"""Attendance: whether somebody counts as present at a meeting, and why not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import Agenda, AgendaIsCancelled, AgendaState
from functions.eagenda.domain.change import part_at
from functions.eagenda.domain.invitation import Invitation
from functions.eagenda.domain.map_point import Distance
from functions.eagenda.domain.presented_code import Method, PresentedCode, not_shown
from functions.eagenda.domain.sitting import Sitting, sitting_id_at
from shared.refusals import Refusal
from shared.rules.calendar import clock_time, long_date, wib_date
from shared.values import Instant, Nip

if TYPE_CHECKING:
    from shared.values import Secret


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
    refusal = not_shown(agenda, sitting_id, code, secret, now) or hindrance(agenda, invitation, now)
    if refusal is not None:
        raise kept(refusal, agenda, attendee, now)
    return Attendance(
        agenda.id, as_deputy(attendee, invitation), now, code.method, sitting_id=sitting_id, browser=code.browser
    )


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
