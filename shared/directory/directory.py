"""Looking people and offices up, as of a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from shared.directory.model import (
    APPOINTMENTS,
    BY_PERSON,
    ORGANISATIONS,
    PERSONS,
    POSITIONS,
    Organisation,
    Person,
    Position,
)
from shared.directory.standing import ACTING_PREFIX, Held, Standing, find_standing, permissions_of, roles_of
from shared.rules.appointment import Appointment
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from shared.kernel.collections import TypedCollection
    from shared.permissions import Permission
    from shared.ports.records import Reads

T = TypeVar("T")


class Directory:
    """The directory as of one moment, read from records that may be a minute old."""

    def __init__(self, reads: Reads, now: datetime) -> None:
        """Look through ``reads`` as of the day of ``now``."""
        self._reads = reads
        self._now = now
        self._today: date = wib_date(now)

    def person(self, person_id: str) -> Person | None:
        """Return the person, or None."""
        return self._find(PERSONS, person_id)

    def person_name(self, person_id: str) -> str:
        """Return the person's name for a sentence; somebody unknown is "petugas lain"."""
        person = self.person(person_id)
        return person.name if person else "petugas lain"

    def organisation(self, organisation_id: str) -> Organisation | None:
        """Return the organisation, or None."""
        return self._find(ORGANISATIONS, organisation_id)

    def positions_of(self, person_id: str) -> tuple[Held, ...]:
        """Return the positions that the person holds today, the definitive one first."""
        standing = find_standing(self._reads, person_id, self._now)
        return standing.on(self._today) if standing else ()

    def permissions(self, held: Held) -> frozenset[Permission]:
        """Return what the roles of a position allow."""
        return permissions_of(self._reads, held)

    def demands_second_step(self, held: Held) -> bool:
        """Whether a role of a position gives its rights only to who has a second step."""
        return any(role.demands_second_step for role in roles_of(self._reads, held))

    def standing(self, person_id: str) -> Standing | None:
        """Return the standing that the other records make, or None for nobody."""
        person = self.person(person_id)
        if person is None:
            return None
        asked = APPOINTMENTS.question(BY_PERSON, equal=(person_id,), limit=100)
        appointments = [it for _, it in APPOINTMENTS.page(self._reads.query(asked), asked).items]
        return standing_of(person, appointments, lambda key: self._find(POSITIONS, key), self.organisation)

    def _find(self, collection: TypedCollection[T], key: str) -> T | None:
        body = self._reads.get(collection.stored, key)
        return None if body is None else collection.read(body)


def standing_of(
    person: Person,
    appointments: Iterable[Appointment],
    position: Callable[[str], Position | None],
    organisation: Callable[[str], Organisation | None],
) -> Standing:
    """Return what the records of the directory say of a person; a post that is no longer there is passed over."""
    in_order = sorted(appointments, key=lambda it: (it.starts_on, it.position_id))
    held = (_held(it, position, organisation) for it in in_order)
    known = tuple(it for it in held if it is not None)
    return Standing(person.id, person.name, person.nip, known, person.suspended, person.second_step)


def _held(
    appointment: Appointment,
    position: Callable[[str], Position | None],
    organisation: Callable[[str], Organisation | None],
) -> Held | None:
    post = position(appointment.position_id)
    office = organisation(post.organisation_id) if post else None
    if post is None or office is None:
        return None
    chiefs = ((it, position(it.position_id)) for it in post.chiefs)
    return Held(
        post.id,
        ACTING_PREFIX[appointment.kind] + post.title,
        appointment.kind,
        appointment.starts_on,
        appointment.ends_on,
        post.roles,
        office.id,
        office.name,
        path_of(office, organisation),
        chiefs=tuple(replace(it, title=chief.title) for it, chief in chiefs if chief is not None),
    )


def path_of(office: Organisation, organisation: Callable[[str], Organisation | None]) -> tuple[str, ...]:
    """Return the ids of an organisation and of those above it, the topmost last; a cycle ends the path."""
    path: list[str] = []
    above: Organisation | None = office
    while above is not None and above.id not in path:
        path.append(above.id)
        above = organisation(above.parent_id) if above.parent_id else None
    return tuple(path)
