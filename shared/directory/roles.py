"""All roles as the office left them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.directory.base_roles import BASE_ROLES
from shared.directory.standing import BY_NAME, ROLES, Role, role_of

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext

_RIGHT = "what a role allows is no secret of anybody's"


def all_roles(ctx: ReadContext) -> dict[str, Role]:
    """Return every role by its id, those that come with the release included and those deleted not."""
    stored = {role.id: role for _, role in ctx.every(ROLES, BY_NAME, right_from=_RIGHT)}
    for role_id in BASE_ROLES.keys() - stored.keys():
        ctx.find(ROLES, role_id, right_from=_RIGHT)  # found missing, so that it may be put
    found = (role_of(role_id, stored.get(role_id)) for role_id in {**BASE_ROLES, **stored})
    return {role.id: role for role in found if role is not None and not role.deleted}
