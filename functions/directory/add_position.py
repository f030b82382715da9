"""Add a position to an organisation."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.domain.appointing import PostOfTheRegency
from functions.directory.domain.managing import OrganisationOutside
from functions.directory.domain.organisations import OrganisationDissolved, require_standing
from functions.directory.domain.ranks import check_rank_class
from functions.directory.managed import managed_office
from functions.directory.roles import given_roles
from shared.directory.appointing import seat_of
from shared.directory.model import POSITIONS, SEATS, Position
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Line


@dataclass(frozen=True, slots=True)
class PositionToAdd:
    """A position of an organisation: its title, how high it stands, and the roles that come with it."""

    organisation_id: str
    title: Line
    rank_class: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionAdded:
    """The position has a page and is vacant."""

    position_id: str


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, OrganisationOutside, OrganisationDissolved, PostOfTheRegency),
)
def add_position(new: PositionToAdd, ctx: Context) -> PositionAdded:
    """Add a position, which is vacant until somebody is appointed."""
    organisation = managed_office(new.organisation_id, ctx).organisation
    roles = given_roles(new.roles, ctx)

    require_standing(organisation.ends_on)
    rank_class = check_rank_class(new.rank_class)
    position = Position(ctx.new_id(), organisation.id, new.title, rank_class, roles)

    ctx.create(POSITIONS, position)
    ctx.create(SEATS, seat_of(position, (), wib_date(ctx.now)))
    return PositionAdded(position.id)
