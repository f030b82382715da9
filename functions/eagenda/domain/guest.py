"""Guests: people without an account who were at a meeting, as they wrote themselves down.

Whoever shows the hall's code gets a ticket and has some minutes to fill in the form; one ticket is one guest. So the
code proves that somebody stood before the screen, and nobody has to type while it changes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.domain.attendance import AttendanceOver, RefusedScan, not_taking
from functions.eagenda.domain.codes import slot_of_link_code
from functions.eagenda.domain.guest_policy import GuestPolicy
from functions.eagenda.domain.presented_code import CodeExpired
from functions.eagenda.domain.sitting import hall_id, sitting_id_at
from shared.refusals import Refusal
from shared.rules.calendar import clock_time
from shared.values import TELEPHONE_MASK, Instant, Line, Telephone, Text

if TYPE_CHECKING:
    from shared.values import Secret


class GuestState(StrEnum):
    """Whether a guest counts; a removed row is kept as a trace."""

    PRESENT = "present"
    REMOVED = "removed"


class TicketExpired(Refusal):
    """The time to fill in the form is over, or this is no ticket of ours."""

    status = 410
    title = "Waktu mengisi sudah habis."


class TooManyGuests(Refusal):
    """More guests within a minute than walk into a hall."""

    title = "Terlalu banyak tamu mengisi bersamaan."


class GuestListFull(Refusal):
    """The list holds as many guests as one agenda may have."""

    title = "Daftar tamu sudah penuh."


@dataclass(frozen=True, slots=True)
class GuestTicket:
    """The right to write one guest down, given for the code of one slot."""

    id: str
    agenda_id: str
    slot: int
    until: Instant
    sitting_id: str = ""


@dataclass(frozen=True, slots=True)
class GuestForm:
    """What a guest writes."""

    name: Annotated[str, Text(1, 120)]
    institution: Line
    position: Annotated[str, Text(0, 120)] = ""
    telephone: Telephone | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """Who took a guest off the list, and why."""

    by: str
    reason: str
    at: Instant


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody without an account was present; ``slot`` says which code they had before them."""

    id: str
    agenda_id: str
    name: str
    institution: str
    position: str
    telephone: Telephone | None
    forget_telephone_at: Instant | None
    slot: int
    at: Instant
    state: GuestState = GuestState.PRESENT
    removal: Removal | None = None
    sitting_id: str = ""


@dataclass(frozen=True, slots=True)
class GuestCount:
    """How many guests an agenda has, and how many of them came within the last minute."""

    all: int
    last_minute: int


def give_ticket(
    agenda: Agenda | None, ticket_id: str, code: str, secret: Secret | None, policy: GuestPolicy, now: datetime
) -> tuple[Agenda, GuestTicket]:
    """Give whoever shows the hall's code the time to fill in the form; return for which agenda.

    A wrong code, an agenda that admits no guests and one that does not exist are refused alike: who cannot show the
    code learns nothing, and who can learns no more of a meeting without guests.
    """
    slot, sitting_id = None, sitting_id_at(agenda.sittings, now) if agenda else ""
    if agenda is not None and secret is not None and agenda.admit_guests:
        slot = slot_of_link_code(code, secret, hall_id(agenda.id, sitting_id), now)
    if agenda is None or slot is None:
        raise CodeExpired("Pindai kode yang sedang tampil di layar.")
    refusal = not_taking(agenda, now)
    if refusal is not None:
        raise refusal
    return agenda, GuestTicket(ticket_id, agenda.id, slot, now + policy.time_to_fill_in, sitting_id)


def enter(
    agenda: Agenda, ticket: GuestTicket, form: GuestForm, count: GuestCount, policy: GuestPolicy, now: datetime
) -> Guest:
    """Write a guest down. Raises the refusal that helps most, and keeps it under the name that the guest wrote."""
    refusal = _refusal(agenda, ticket, count, policy, now)
    if refusal is not None:
        refusal.keep = (RefusedScan(agenda.id, "", form.name, refusal.slug(), now),)
        raise refusal
    return Guest(
        id=ticket.id,
        agenda_id=agenda.id,
        name=form.name,
        institution=form.institution,
        position=form.position,
        telephone=form.telephone,
        forget_telephone_at=agenda.ends_at + policy.telephone_kept if form.telephone else None,
        slot=ticket.slot,
        at=now,
        sitting_id=ticket.sitting_id,
    )


def remove(agenda: Agenda, guest: Guest, removal: Removal) -> Guest:
    """Take a guest off an open list; the row stays as a trace, without the telephone. Raises AttendanceOver."""
    if agenda.sheet is not None:
        detail = f"Daftar hadir ditutup pukul {clock_time(agenda.sheet.closed_at)} dan tidak berubah lagi."
        raise AttendanceOver(detail, closes_at=agenda.sheet.closed_at)
    return replace(forget_telephone(guest), state=GuestState.REMOVED, removal=removal)


def forget_telephone(guest: Guest) -> Guest:
    """Take the telephone number out of the row."""
    return replace(guest, telephone=None, forget_telephone_at=None)


def telephone_for(guest: Guest, agenda: Agenda, person_id: str) -> str | None:
    """Return the telephone number as this person may see it: whole for the organiser alone."""
    if guest.telephone is None or person_id == agenda.organiser.person_id:
        return guest.telephone
    return TELEPHONE_MASK.mask(guest.telephone)


def _refusal(
    agenda: Agenda, ticket: GuestTicket, count: GuestCount, policy: GuestPolicy, now: datetime
) -> Refusal | None:
    if now >= ticket.until:
        return TicketExpired("Pindai lagi kode yang sedang tampil di layar.")
    sitting = next((it for it in agenda.sittings if it.id == ticket.sitting_id), None)
    if ticket.sitting_id and sitting is None:
        return TicketExpired("Sesi itu sudah dihapus. Pindai lagi kode yang sedang tampil di layar.")
    refusal = not_taking(agenda, now, sitting)
    if refusal is not None:
        return refusal
    if count.all >= policy.most:
        return GuestListFull(f"Hubungi {agenda.organiser.name}, penyelenggara agenda ini.")
    if count.last_minute >= policy.most_in_a_minute:
        return TooManyGuests("Tunggu satu menit, lalu kirim lagi.")
    return None
