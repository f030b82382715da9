"""What a rotation does to each post that it touches: who leaves it, who gets it, and what falls vacant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Appointments = tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A row whose person and post were found."""

    number: int
    person_id: str
    position_id: str
    kind: AppointmentKind


@dataclass(frozen=True, slots=True)
class Change:
    """One appointment of a post before and after: begun where there was none before, else ended earlier."""

    after: Appointment
    before: Appointment | None = None


@dataclass(frozen=True, slots=True)
class PostChanges:
    """All that a rotation changes in one post; ``vacant`` when nobody holds it on the first day afterwards."""

    position_id: str
    changes: tuple[Change, ...]
    vacant: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """The faults by row, and what happens to each post where there are none."""

    faults: dict[int, str]
    posts: tuple[PostChanges, ...]


def plan(moves: Iterable[Move], seats: Mapping[str, Appointments], first_day: date) -> Planned:
    """Plan the moves together, from a day on; ``seats`` are all the posts that they give or take.

    Who gets a post for good leaves the one that they held for good, and whoever held or acted in the new one leaves it.
    An acting holder keeps their own post. What already is as a row asks stays untouched.
    """
    moves = tuple(moves)
    faults = _twins(moves)
    asked = [move for move in moves if not _is_so(move, seats[move.position_id], first_day)]
    leaving = {move.person_id for move in asked if move.kind is AppointmentKind.DEFINITIF}
    given = {move.position_id: move for move in asked if move.number not in faults}
    faults |= {move.number: fault for move in asked if (fault := _fault(move, seats, leaving, first_day))}
    if faults:
        return Planned(faults, ())
    posts = (
        _post(position_id, held, leaving, given.get(position_id), first_day) for position_id, held in seats.items()
    )
    return Planned({}, tuple(post for post in posts if post.changes))


def _is_so(move: Move, held: Appointments, first_day: date) -> bool:
    return any(
        (it.person_id, it.kind) == (move.person_id, move.kind) and it.starts_on <= first_day and it.ends_on is None
        for it in held
    )


def _twins(moves: Iterable[Move]) -> dict[int, str]:
    """Refuse a second row for one post, and a second post for good for one person."""
    faults: dict[int, str] = {}
    posts: dict[str, int] = {}
    people: dict[str, int] = {}
    for move in moves:
        row = posts.setdefault(move.position_id, move.number)
        if row != move.number:
            faults[move.number] = f"Jabatan ini sudah diberikan pada baris {row}."
        elif move.kind is AppointmentKind.DEFINITIF:
            row = people.setdefault(move.person_id, move.number)
            if row != move.number:
                faults[move.number] = f"Orang ini sudah mendapat jabatan definitif pada baris {row}."
    return faults


def _fault(move: Move, seats: Mapping[str, Appointments], leaving: set[str], first_day: date) -> str:
    held = seats[move.position_id]
    to_come = next((it for it in held if it.starts_on >= first_day), None)
    if to_come is not None:
        return f"Jabatan ini sudah terisi mulai {long_date(to_come.starts_on)}. Batalkan dulu penunjukan itu."
    holder = next((it for it in _lasting(held, first_day) if it.kind is AppointmentKind.DEFINITIF), None)
    if move.kind is not AppointmentKind.DEFINITIF and holder is not None and holder.person_id not in leaving:
        return "Jabatan ini masih dipegang pejabat definitif. Plt. dan Pj. hanya untuk jabatan yang lowong."
    return _left_too_late(move, seats, first_day) if move.kind is AppointmentKind.DEFINITIF else ""


def _left_too_late(move: Move, seats: Mapping[str, Appointments], first_day: date) -> str:
    """Refuse to leave a post in which something begins that ends with the leaving."""
    for position_id, held in seats.items():
        own = [it for it in held if _is_own(it, move.person_id) and (it.ends_on is None or it.ends_on >= first_day)]
        if position_id == move.position_id or not own:
            continue
        stand_ins = [it for it in held if it.kind is AppointmentKind.PLH]
        late = [it.starts_on for it in (*own, *stand_ins) if it.starts_on >= first_day]
        if late:
            return f"Di jabatan lamanya ada penunjukan yang mulai {long_date(min(late))}. Batalkan dulu penunjukan itu."
    return ""


def _post(position_id: str, held: Appointments, leaving: set[str], given: Move | None, first_day: date) -> PostChanges:
    """Return what happens to one post."""
    lasting = _lasting(held, first_day)
    if given is None:
        left = any(it.kind is AppointmentKind.DEFINITIF and it.person_id in leaving for it in lasting)
        # A Plh. stands in for a holder, so with the holder goes the Plh. (UU 30/2014 art. 14).
        ending = [it for it in lasting if left and it.kind in {AppointmentKind.DEFINITIF, AppointmentKind.PLH}]
    else:
        ending = lasting
    last_day = first_day - timedelta(days=1)
    changes = [Change(replace(it, ends_on=last_day), it) for it in ending]
    if given is not None:
        changes.append(Change(Appointment(position_id, given.person_id, given.kind, first_day)))
    stays = given is not None or any(it not in ending for it in lasting)
    return PostChanges(position_id, tuple(changes), vacant=not stays)


def _lasting(held: Appointments, first_day: date) -> list[Appointment]:
    return [it for it in held if it.holds_on(first_day)]


def _is_own(appointment: Appointment, person_id: str) -> bool:
    return appointment.person_id == person_id and appointment.kind is AppointmentKind.DEFINITIF


class PostChanged(Exception):
    """The post is no longer as it was when the rotation was planned."""


def changed(held: Appointments, changes: Iterable[Change]) -> Appointments:
    """Return the post's appointments with the changes. Raises PostChanged where what they start from is not there."""
    changes = tuple(changes)
    expected = {change.before for change in changes if change.before}
    new = [change.after for change in changes if change.before is None]
    first_day = new[0].starts_on if new else None
    others = [it for it in held if it not in expected]
    if not expected <= set(held) or (first_day and any(_meets(it, first_day) for it in others)):
        raise PostChanged
    return _sorted((*others, *(change.after for change in changes)))


def restored(held: Appointments, changes: Iterable[Change]) -> Appointments:
    """Return the post's appointments as they stood before the changes. Raises PostChanged where these are not there."""
    changes = tuple(changes)
    made = {change.after for change in changes}
    if not made <= set(held):
        raise PostChanged
    others = [it for it in held if it not in made]
    pairs = [(change.before, change.after, it) for change in changes if change.before for it in others]
    if any(it.overlaps(before) and not it.overlaps(after) for before, after, it in pairs):
        raise PostChanged  # somebody was given the post for the days that are to be given back
    return _sorted((*others, *(change.before for change in changes if change.before)))


def _meets(appointment: Appointment, first_day: date) -> bool:
    return appointment.ends_on is None or appointment.ends_on >= first_day


def _sorted(appointments: Appointments) -> Appointments:
    return tuple(sorted(appointments, key=lambda it: (it.starts_on, it.person_id)))
