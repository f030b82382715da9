"""List who may do something."""

from __future__ import annotations

from dataclasses import dataclass

from shared.directory.holders import EntitledPosition, positions_with, roles_with
from shared.directory.roles import all_roles
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permission_words import WORDS
from shared.permissions import OF_THE_REGENCY, Permission


@dataclass(frozen=True, slots=True)
class WhoMay:
    """Which permission, and where the list goes on."""

    permission: Permission
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedWhoMay:
    """The permission in words, the roles that give it, and a page of the positions that have one of them."""

    title: str
    allows: str
    of_the_regency: bool
    roles: tuple[str, ...]
    items: tuple[EntitledPosition, ...]
    next_cursor: str | None


@query(permission=Permission.READ_DIRECTORY)
def list_who_may(asked: WhoMay, ctx: ReadContext) -> ListedWhoMay:
    """List the positions that may do something, by which role, and who holds them today."""
    words = WORDS[asked.permission]
    roles = roles_with(asked.permission, all_roles(ctx))
    page = positions_with(roles, ctx, cursor=asked.cursor)

    return ListedWhoMay(
        words.title,
        words.allows,
        asked.permission in OF_THE_REGENCY,
        tuple(role.name for role in roles.values()),
        page.items,
        page.next_cursor,
    )
