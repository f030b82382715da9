"""List all permissions in words, and which of them the caller has."""

from __future__ import annotations

from dataclasses import dataclass

from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permission_words import WORDS
from shared.permissions import OF_THE_REGENCY, SIGNED_IN, Permission


@dataclass(frozen=True, slots=True)
class ListedPermission:
    """A permission in words; one ``of_the_regency`` reaches beyond the holder's own office."""

    id: Permission
    title: str
    allows: str
    of_the_regency: bool
    has: bool


@dataclass(frozen=True, slots=True)
class ListedPermissions:
    """All of them, in the order in which the code declares them."""

    items: tuple[ListedPermission, ...]


@query(permission=SIGNED_IN)
def list_permissions(ctx: ReadContext) -> ListedPermissions:
    """List what can be allowed, and whether the caller's position brings it."""
    mine = ctx.actor.permissions

    return ListedPermissions(
        tuple(
            ListedPermission(it, WORDS[it].title, WORDS[it].allows, it in OF_THE_REGENCY, it in mine)
            for it in Permission
        )
    )
