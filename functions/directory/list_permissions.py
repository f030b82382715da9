"""List all permissions in words, and which of them the caller has."""

from __future__ import annotations

from dataclasses import dataclass

from shared.deed_words import DEEDS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permission_words import WORDS
from shared.permissions import OF_THE_REGENCY, SIGNED_IN, Permission


@dataclass(frozen=True, slots=True)
class ListedDeed:
    """Something that can be done, and the operation by which it is known; further ones are steps of it."""

    operation: str
    title: str
    further: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedPermission:
    """A permission in words with what it is for; one ``of_the_regency`` reaches beyond the holder's own office."""

    id: Permission
    title: str
    allows: str
    of_the_regency: bool
    has: bool
    deeds: tuple[ListedDeed, ...]


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
            ListedPermission(it, WORDS[it].title, WORDS[it].allows, it in OF_THE_REGENCY, it in mine, _deeds_of(it))
            for it in Permission
        )
    )


def _deeds_of(permission: Permission) -> tuple[ListedDeed, ...]:
    return tuple(ListedDeed(it.operations[0], it.title, it.operations[1:]) for it in DEEDS.get(permission, ()))
