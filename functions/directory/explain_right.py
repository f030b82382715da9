"""Explain to somebody why they may or may not do something, and who can help."""

from __future__ import annotations

from dataclasses import dataclass

from shared.directory.holders import EntitledPosition, positions_with, roles_with
from shared.directory.roles import all_roles
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permission_words import WORDS
from shared.permissions import SIGNED_IN, Permission

_NAMED = 5


@dataclass(frozen=True, slots=True)
class RightToExplain:
    """Which permission."""

    permission: Permission


@dataclass(frozen=True, slots=True)
class ExplainedRight:
    """Whether the caller's position brings it, which roles do, who of the own office has it and who can give it."""

    title: str
    allows: str
    has: bool
    position_title: str
    own_roles: tuple[str, ...]
    roles: tuple[str, ...]
    colleagues: tuple[EntitledPosition, ...]
    givers: tuple[EntitledPosition, ...]


@query(permission=SIGNED_IN)
def explain_right(asked: RightToExplain, ctx: ReadContext) -> ExplainedRight:
    """Explain which roles bring a permission, who of the caller's office has it and who can give it."""
    words, actor = WORDS[asked.permission], ctx.actor
    roles = all_roles(ctx)
    giving = roles_with(asked.permission, roles)
    held = next((it for it in ctx.directory.positions_of(actor.id) if it.position_id == actor.position_id), None)
    colleagues = positions_with(giving, ctx, office=actor.organisation_id, limit=_NAMED) if held else None
    givers = positions_with(roles_with(Permission.MANAGE_ROLES, roles), ctx, limit=_NAMED)

    return ExplainedRight(
        words.title,
        words.allows,
        asked.permission in actor.permissions,
        actor.position_title,
        tuple(roles[it].name for it in (held.roles if held else ()) if it in roles),
        tuple(role.name for role in giving.values()),
        tuple(it for it in colleagues.items if it.holders and it.id != actor.position_id) if colleagues else (),
        tuple(it for it in givers.items if it.holders),
    )
