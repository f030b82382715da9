"""List the rotations, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.directory.domain.rotation import RotationState
from functions.directory.records import NEWEST, ROTATIONS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class RotationsPage:
    """From where on."""

    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedRotation:
    """A rotation in a line."""

    id: str
    first_day: date
    basis: str
    state: RotationState
    rows: int
    planned_by: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class ListedRotations:
    """A part of the list."""

    items: tuple[ListedRotation, ...]
    next_cursor: str | None
    as_of: Instant


@query(permission=Permission.MANAGE_DIRECTORY)
def list_rotations(asked: RotationsPage, ctx: ReadContext) -> ListedRotations:
    """List all rotations of the regency."""
    page = ctx.list(ROTATIONS, NEWEST, cursor=asked.cursor)

    items = tuple(
        ListedRotation(
            it.id,
            it.first_day,
            it.basis,
            it.state,
            it.rows,
            ctx.directory.person_name(it.owner_id),
            it.owner_id == ctx.actor.id,
        )
        for _, it in page.items
    )
    return ListedRotations(items, page.next_cursor, ctx.now)
