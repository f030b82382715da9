"""Change a position: its title, how high it stands, and the roles that come with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.directory.domain.appointing import OutsideYourOffice, PostOfTheRegency
from functions.directory.domain.ranks import check_rank_class
from functions.directory.managed_post import managed_post
from functions.directory.preparing import holders_of_aides
from functions.directory.roles import given_roles
from shared.accounts.administrators import (
    ADMINISTRATION,
    LastAdministrator,
    administers,
    require_administrator_left,
)
from shared.directory.model import POSITIONS
from shared.directory.projecting import Changed, project, write_projection
from shared.events.directory import HoldersTouched
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Line


@dataclass(frozen=True, slots=True)
class PositionToEdit:
    """A position as it is to be, and the version that the caller saw."""

    position_id: str
    version: int
    title: Line
    rank_class: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionEdited:
    """The change is recorded, with the rights of whoever holds the position."""

    position_id: str


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, OutsideYourOffice, PostOfTheRegency, LastAdministrator, Stale),
)
def edit_position(edit: PositionToEdit, ctx: Context) -> PositionEdited:
    """Change a position's title, class or roles; those who hold it show it at once."""
    post = managed_post(edit.position_id, ctx)
    roles = given_roles(edit.roles, ctx)

    rank_class = check_rank_class(edit.rank_class)
    position = replace(post.position, title=edit.title, rank_class=rank_class, roles=roles)
    keeps = administers(roles, ctx)
    left = require_administrator_left(ctx, lambda it: it.position_id == position.id and not keeps, wib_date(ctx.now))
    people = dict.fromkeys(it.person_id for it in post.seat.appointments)
    projections = [project(person_id, Changed(position=position), ctx) for person_id in people]
    aides = holders_of_aides(position.id, ctx) if position.title != post.position.title else ()

    ctx.put(POSITIONS, position, seen=edit.version)
    for projection in projections:
        write_projection(projection, ctx)
    if left:
        ctx.put(ADMINISTRATION, left)
    if aides:
        ctx.emit(HoldersTouched(aides))
    return PositionEdited(position.id)
