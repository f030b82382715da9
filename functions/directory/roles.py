"""The roles that a position is given: known ones, and none that reach beyond what the caller manages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.domain.appointing import PostOfTheRegency
from functions.directory.managed import RIGHT, manages_all, reaches_beyond
from shared.directory.standing import ROLES, role_of
from shared.refusals import InvalidField

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext


def given_roles(role_ids: tuple[str, ...], ctx: ReadContext) -> tuple[str, ...]:
    """Return the roles without repetitions. Raises InvalidField for unknown ones and PostOfTheRegency."""
    roles = tuple(dict.fromkeys(role_ids))
    found = (role_of(role_id, ctx.find(ROLES, role_id, right_from=RIGHT)) for role_id in roles)
    if any(role is None or role.deleted for role in found):
        raise InvalidField("/roles", "Peran ini tidak ada lagi. Muat ulang halaman, lalu pilih lagi.")
    if not manages_all(ctx) and reaches_beyond(roles, ctx):
        raise PostOfTheRegency("Minta pengelola kepegawaian kabupaten.")
    return roles
