"""The post that an employee gets by an import: a vacant one of that name, or one of their own.

An import gives the first post alone. Whoever holds one already moves by a rotation, which two people decide.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.directory.domain.appointing import appoint_to
from shared.directory.appointing import load_seat, seat_of
from shared.directory.model import (
    APPOINTMENTS,
    BY_NAME,
    BY_PERSON,
    OF_TITLE,
    ORGANISATIONS,
    PERSONS,
    POSITIONS,
    SEATS,
    Person,
    Position,
    Seat,
)
from shared.directory.projecting import Changed, Projection, appointment_key, project, write_projection
from shared.refusals import Refusal
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date
from shared.rules.rank_class import has_one_holder
from shared.values import fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from functions.directory.domain.employee_file import EmployeeRow
    from functions.directory.domain.employee_post import NamedPost
    from shared.kernel.context import Context, ReadContext

_RIGHT = "the right to manage the directory"
_ROLES = ("pegawai",)  # what every employee may do; more is given at the post's page
_LOOKED_AT = 3  # vacant posts of one name: who made them by hand made few


class CannotPlace(Exception):
    """The employee does not get the post; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Placement:
    """An employee's first post, with the seat as it stood."""

    position: Position
    seat: Seat
    appointment: Appointment


@dataclass(frozen=True, slots=True)
class Placed:
    """A placement with all that is written with it."""

    person: Person
    placement: Placement
    projection: Projection


def with_offices(rows: Sequence[EmployeeRow], ctx: ReadContext) -> list[EmployeeRow]:
    """Return the rows with the offices that they name, found by name, short name or code; unknown ones are faults."""
    if not any(row.post for row in rows):
        return list(rows)
    named: dict[str, set[str]] = {}
    for _, office in ctx.every(ORGANISATIONS, BY_NAME, right_from=_RIGHT):
        if office.ends_on is None:
            for name in filter(None, (office.name, office.short_name, office.code)):
                named.setdefault(name.casefold(), set()).add(office.id)
    return [_with_office(row, named) for row in rows]


def find_placement(
    named: NamedPost, person_id: str, held: Sequence[Position], taken: set[str], ctx: ReadContext
) -> Placement | None:
    """Return the post that somebody gets who holds the ``held`` ones for good; None where it is one of them.

    ``taken`` are the posts that others get in the same transaction. Raises CannotPlace.
    """
    if any((it.organisation_id, it.title.casefold()) == _named(named) for it in held):
        return None
    if held:
        raise CannotPlace(f"Masih menjabat {held[0].title}. Pindahkan lewat Mutasi, atau kosongkan kolom jabatannya.")
    today = wib_date(ctx.now)
    starts_on = named.starts_on or today
    if starts_on > today:
        raise CannotPlace("TMT jabatan belum tiba. Pakai Mutasi untuk jabatan yang akan datang.")
    placement = _vacant(named, person_id, starts_on, taken, ctx) or _own(named, person_id, starts_on, ctx)
    taken.add(placement.position.id)
    return placement


def posts_held(person_id: str, ctx: ReadContext) -> list[Position]:
    """Return the posts that a person holds for good, today or later."""
    today = wib_date(ctx.now)
    held = [it for _, it in ctx.every(APPOINTMENTS, BY_PERSON, equal=(person_id,), right_from=_RIGHT)]
    lasting = [it for it in held if it.kind is AppointmentKind.DEFINITIF and (it.ends_on is None or it.ends_on > today)]
    return list(filter(None, (ctx.find(POSITIONS, it.position_id, right_from=_RIGHT) for it in lasting)))


def load_placed(person: Person, placement: Placement, ctx: Context) -> Placed:
    """Read what `write_placed` writes over: in a transaction all is read before anything is written."""
    ctx.find(APPOINTMENTS, appointment_key(placement.appointment), right_from=_RIGHT)
    changed = Changed(person=person, position=placement.position, appointments=(placement.appointment,))
    return Placed(person, placement, project(person.id, changed, ctx))


def write_placed(placed: Placed, ctx: Context) -> None:
    """Write a person in their first post."""
    position, appointment = placed.placement.position, placed.placement.appointment
    appointments = (*placed.placement.seat.appointments, appointment)
    ctx.put(PERSONS, placed.person)
    ctx.put(POSITIONS, position)
    ctx.put(SEATS, seat_of(position, appointments, wib_date(ctx.now)))
    ctx.put(APPOINTMENTS, appointment)
    write_projection(placed.projection, ctx)


def _with_office(row: EmployeeRow, named: dict[str, set[str]]) -> EmployeeRow:
    if row.fault or row.post is None:
        return row
    found = sorted(named.get(row.post.office.casefold(), ()))
    if not found:
        return replace(row, fault=f"OPD {row.post.office} tidak ada di direktori. Tulis persis seperti di sana.")
    if len(found) > 1:
        return replace(row, fault=f"Ada {len(found)} organisasi bernama {row.post.office}. Isi kode wilayahnya.")
    return replace(row, post=replace(row.post, organisation_id=found[0]))


def _vacant(named: NamedPost, person_id: str, starts_on: date, taken: set[str], ctx: ReadContext) -> Placement | None:
    alike = ctx.list(
        POSITIONS, OF_TITLE, equal=(named.organisation_id, named.title), limit=_LOOKED_AT, right_from=_RIGHT
    )
    standing = [position for _, position in alike.items if position.ends_on is None]
    for position in standing:
        placement = _in(position, person_id, starts_on, ctx) if position.id not in taken else None
        if placement is not None:
            return placement
    if standing and any(map(has_one_holder, (named.rank_class, *(it.rank_class for it in standing)))):
        raise CannotPlace("Jabatan ini sudah dipegang. Periksa di direktori, atau pakai Mutasi.")
    return None


def _own(named: NamedPost, person_id: str, starts_on: date, ctx: ReadContext) -> Placement:
    key = "j-" + fingerprint("position", *_named(named), person_id)[:10]
    known = ctx.find(POSITIONS, key, right_from=_RIGHT)
    position = known or Position(key, named.organisation_id, named.title, named.rank_class, _ROLES)
    placement = _in(position, person_id, starts_on, ctx)
    if placement is None or position.ends_on is not None:
        raise CannotPlace("Jabatan ini pernah dipegang pada hari itu. Periksa di direktori, atau pakai Mutasi.")
    return placement


def _in(position: Position, person_id: str, starts_on: date, ctx: ReadContext) -> Placement | None:
    seat = load_seat(position, ctx)
    appointment = Appointment(position.id, person_id, AppointmentKind.DEFINITIF, starts_on)
    try:
        return Placement(position, seat, appoint_to(seat.appointments, appointment))
    except Refusal:
        return None


def _named(named: NamedPost) -> tuple[str, str]:
    return named.organisation_id, named.title.casefold()
