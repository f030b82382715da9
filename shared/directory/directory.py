"""Looking people and offices up, as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from shared.directory.model import (
    ACTING_PREFIX,
    APPOINTMENTS,
    BY_PERSON,
    ORGANISATIONS,
    PERSONS,
    POSITIONS,
    ROLES,
    AppointmentKind,
)
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from datetime import date, datetime

    from shared.directory.model import Appointment, Organisation, Person, Position
    from shared.kernel.collections import TypedCollection
    from shared.permissions import Permission
    from shared.ports.records import Reads

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """A position as held by somebody on a day."""

    position: Position
    organisation: Organisation
    appointment: Appointment

    @property
    def title(self) -> str:
        """The title as it is written: ``Plt. Kepala Dinas …`` when held in an acting capacity."""
        return ACTING_PREFIX[self.appointment.kind] + self.position.title


class Directory:
    """The directory as of one moment, read from records that may be a minute old."""

    def __init__(self, reads: Reads, now: datetime) -> None:
        """Look through ``reads`` as of the day of ``now``."""
        self._reads = reads
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

    def path(self, organisation_id: str) -> tuple[str, ...]:
        """Return the organisation's id and those of its ancestors, the topmost last."""
        path: list[str] = []
        organisation = self.organisation(organisation_id)
        while organisation is not None and organisation.id not in path:
            path.append(organisation.id)
            organisation = self.organisation(organisation.parent_id) if organisation.parent_id else None
        return tuple(path)

    def positions_of(self, person_id: str) -> tuple[HeldPosition, ...]:
        """Return the positions that the person holds today, the definitive one first."""
        asked = APPOINTMENTS.question(BY_PERSON, equal=(person_id,), limit=100)
        held = [
            HeldPosition(position, organisation, appointment)
            for _, appointment in APPOINTMENTS.page(self._reads.query(asked), asked).items
            if appointment.holds_on(self._today)
            and (position := self._find(POSITIONS, appointment.position_id)) is not None
            and (organisation := self.organisation(position.organisation_id)) is not None
        ]
        return tuple(sorted(held, key=lambda it: it.appointment.kind is not AppointmentKind.DEFINITIF))

    def permissions(self, position: Position) -> frozenset[Permission]:
        """Return what the roles of a position allow."""
        roles = (self._find(ROLES, role_id) for role_id in position.roles)
        return frozenset(permission for role in roles if role is not None for permission in role.permissions)

    def _find(self, collection: TypedCollection[T], key: str) -> T | None:
        body = self._reads.get(collection.stored, key)
        return None if body is None else collection.read(body)
