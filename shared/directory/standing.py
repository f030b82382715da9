"""What each call asks of the directory: who somebody is and what they hold, in one record for each person.

The other records of the directory say it too, in half a dozen reads one after the other. This one is a projection of
them, made by `standing_of` wherever they are written; where it is missing, the directory is asked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from shared.directory.base_roles import BASE_ROLES
from shared.kernel.collections import ListQuery, TypedCollection
from shared.permissions import Permission
from shared.rules.acting_for import Chief
from shared.rules.appointment import AppointmentKind
from shared.values import Nip

if TYPE_CHECKING:
    from datetime import datetime

    from shared.ports.records import Reads


ACTING_PREFIX = {
    AppointmentKind.DEFINITIF: "",
    AppointmentKind.PLT: "Plt. ",
    AppointmentKind.PLH: "Plh. ",
    AppointmentKind.PJ: "Pj. ",
}


@dataclass(frozen=True, slots=True)
class Role:
    """A named set of permissions; an administrator's data.

    Of a role that comes with the release it says what the office changed: ``permissions`` come to those of the release
    and the ``withheld`` are taken out of them. A ``deleted`` role allows nothing; its name stays for who asks later.
    """

    id: str
    name: str
    permissions: tuple[Permission, ...] = ()
    withheld: tuple[Permission, ...] = ()
    demands_second_step: bool = False  # gives its rights only to who has one
    deleted: bool = False

    @property
    def is_base(self) -> bool:
        """Whether it comes with the release."""
        return self.id in BASE_ROLES

    @property
    def allowed(self) -> frozenset[Permission]:
        """What it allows."""
        if self.deleted:
            return frozenset()
        released = BASE_ROLES[self.id].permissions if self.is_base else frozenset()
        return (released | set(self.permissions)) - set(self.withheld)

    def allowing(self, permissions: frozenset[Permission]) -> Role:
        """Return the role such that it allows just these."""
        released = BASE_ROLES[self.id].permissions if self.is_base else frozenset()
        added, withheld = sorted(permissions - released), sorted(released - permissions)
        return replace(self, permissions=tuple(added), withheld=tuple(withheld))


@dataclass(frozen=True, slots=True)
class Held:
    """A position that a person holds from a day to a day, with what a call needs of its organisation."""

    position_id: str
    position_title: str  # as it is written: "Plt. Kepala Dinas …" when held in an acting capacity
    kind: AppointmentKind
    starts_on: date
    ends_on: date | None
    roles: tuple[str, ...]
    organisation_id: str
    organisation_name: str
    organisation_path: tuple[str, ...]  # its id and those of its ancestors, the topmost last
    second_step: bool = False  # of who holds it; told by `Standing.on`
    chiefs: tuple[Chief, ...] = ()  # in whose name its holder prepares

    def holds_on(self, day: date) -> bool:
        """Whether it is held on that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def chiefs_on(self, day: date) -> tuple[Chief, ...]:
        """Return those in whose name its holder prepares on that day."""
        return tuple(it for it in self.chiefs if it.lasts_on(day))


@dataclass(frozen=True, slots=True)
class Standing:
    """A person and all that they held, hold and will hold."""

    person_id: str
    name: str
    nip: Nip | None
    held: tuple[Held, ...]
    suspended: bool = False  # cannot sign in or stay signed in
    second_step: bool = False

    def on(self, day: date) -> tuple[Held, ...]:
        """Return what they hold on that day, the definitive one first."""
        held = (it for it in self.held if it.holds_on(day))
        if self.second_step:
            held = (replace(it, second_step=True) for it in held)
        return tuple(sorted(held, key=lambda it: it.kind is not AppointmentKind.DEFINITIF))


BY_NAME = ListQuery(order="name")

ROLES = TypedCollection("roles", Role, key=lambda it: it.id, queries=(BY_NAME,))
STANDINGS = TypedCollection("standings", Standing, key=lambda it: it.person_id)
_PEEKED_ROLES = replace(ROLES.stored, remember_missing=True)  # most offices change few of the release's roles


def find_standing(reads: Reads, person_id: str, now: datetime) -> Standing | None:
    """Return a person's standing, made from the directory where it was never written; None for nobody."""
    body = reads.get(STANDINGS.stored, person_id)
    if body is not None:
        return STANDINGS.read(body)
    from shared.directory.directory import Directory  # noqa: PLC0415 -- a cold start pays for it only where it must

    return Directory(reads, now).standing(person_id)


def role_of(role_id: str, stored: Role | None) -> Role | None:
    """Return a role as the office left it: stored, or as it came with the release."""
    base = BASE_ROLES.get(role_id)
    return stored or (Role(role_id, base.name) if base else None)


def permissions_of(reads: Reads, held: Held) -> frozenset[Permission]:
    """Return what the roles of a position allow; a role that demands a second step gives nothing without one."""
    giving = (role for role in roles_of(reads, held) if held.second_step or not role.demands_second_step)
    return frozenset(permission for role in giving for permission in role.allowed)


def roles_of(reads: Reads, held: Held) -> list[Role]:
    """Return the roles of a position."""
    bodies = ((role_id, reads.get(_PEEKED_ROLES, role_id)) for role_id in held.roles)
    roles = (role_of(role_id, None if body is None else ROLES.read(body)) for role_id, body in bodies)
    return [role for role in roles if role is not None]
