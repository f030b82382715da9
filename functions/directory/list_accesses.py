"""List who saw the caller's own numbers."""

from __future__ import annotations

from dataclasses import dataclass

from shared.directory.model import POSITIONS
from shared.disclosure import ACCESSES, OF_PERSON_NEWEST_FIRST, Access, Identifier
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class OwnAccesses:
    """Where the list goes on."""

    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedAccess:
    """Who saw what and when; the position is the one in which they acted."""

    id: str
    name: str
    position_title: str
    organisation_name: str
    identifiers: tuple[Identifier, ...]
    operation: str
    at: Instant


@dataclass(frozen=True, slots=True)
class ListedAccesses:
    """Part of the list, the latest first."""

    items: tuple[ListedAccess, ...]
    next_cursor: str | None


@query(permission=SIGNED_IN)
def list_accesses(asked: OwnAccesses, ctx: ReadContext) -> ListedAccesses:
    """List who saw the caller's whole numbers."""
    page = ctx.list(ACCESSES, OF_PERSON_NEWEST_FIRST, cursor=asked.cursor)

    return ListedAccesses(tuple(_listed(key, access, ctx) for key, access in page.items), page.next_cursor)


def _listed(key: str, access: Access, ctx: ReadContext) -> ListedAccess:
    position = ctx.peek(POSITIONS, access.as_position) if access.as_position else None
    office = ctx.directory.organisation(position.organisation_id) if position else None
    return ListedAccess(
        key,
        ctx.directory.person_name(access.by),
        position.title if position else "",
        office.name if office else "",
        access.identifiers,
        access.operation,
        access.at,
    )
