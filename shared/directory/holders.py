"""Who may do something: the roles that allow it, the positions that have them, and who holds those on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.directory.appointing import load_seat
from shared.directory.model import HAVING_ROLES, HAVING_ROLES_IN_OFFICE, POSITIONS
from shared.kernel.collections import Page
from shared.ports.records import MAX_TOKENS
from shared.rules.appointment import AppointmentKind
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from shared.directory.model import Position
    from shared.directory.standing import Role
    from shared.kernel.context import ReadContext
    from shared.permissions import Permission

_RIGHT = "the right to know who may do something"


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a position today, and how."""

    person_id: str
    name: str
    kind: AppointmentKind


@dataclass(frozen=True, slots=True)
class EntitledPosition:
    """A position that brings a permission: by which roles, and to whom today; to nobody while it is vacant."""

    id: str
    title: str
    organisation_name: str
    roles: tuple[str, ...]
    holders: tuple[Holder, ...]


def roles_with(permission: Permission, roles: dict[str, Role]) -> dict[str, Role]:
    """Return the roles that allow something, in order of name and no more than one list can ask for."""
    allowing = sorted((it for it in roles.values() if permission in it.allowed), key=lambda it: it.name)
    return {role.id: role for role in allowing[:MAX_TOKENS]}


def positions_with(
    roles: dict[str, Role], ctx: ReadContext, *, office: str = "", cursor: str | None = None, limit: int = 25
) -> Page[EntitledPosition]:
    """Return the positions that have one of these roles, of an office or of all, with who holds them today."""
    if not roles:
        return Page((), None)
    found = ctx.list(
        POSITIONS,
        HAVING_ROLES_IN_OFFICE if office else HAVING_ROLES,
        equal=(office,) if office else (),
        tokens=tuple(roles),
        cursor=cursor,
        limit=limit,
        right_from=_RIGHT,
    )
    return Page(tuple(_entitled(position, roles, ctx) for _, position in found.items), found.next_cursor)


def _entitled(position: Position, roles: dict[str, Role], ctx: ReadContext) -> EntitledPosition:
    day = wib_date(ctx.now)
    office = ctx.directory.organisation(position.organisation_id)
    persons = [
        (it.kind, ctx.directory.person(it.person_id))
        for it in load_seat(position, ctx).appointments
        if it.holds_on(day)
    ]
    return EntitledPosition(
        position.id,
        position.title,
        office.name if office else "",
        tuple(role.name for role in roles.values() if role.id in position.roles),
        tuple(Holder(who.id, who.name, kind) for kind, who in persons if who is not None and not who.suspended),
    )
