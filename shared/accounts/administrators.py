"""Nobody may be locked out of everything: somebody must be left who can administer, whoever acts at the same moment.

Who administers holds a post with a role that may change roles, for by that right every other can be given again; holds
it without a last day, has a password, and is not suspended. Every act that takes this from somebody asks here, and
writes one record: of two such acts at one moment the second sees what the first has done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from shared.accounts.credential import CREDENTIALS
from shared.directory.model import APPOINTMENTS, BY_POSITION, HAVING_ROLES, PERSONS, POSITIONS
from shared.directory.roles import all_roles
from shared.directory.standing import ROLES, role_of
from shared.kernel.collections import TypedCollection
from shared.permissions import Permission
from shared.refusals import Refusal
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from shared.directory.standing import Role
    from shared.kernel.context import Context
    from shared.rules.appointment import Appointment

_KEY = "administrators"
_RIGHT = "the rule that somebody must be left who can administer"


class LastAdministrator(Refusal):
    """After this nobody could administer any more."""

    title: ClassVar[str] = "Ini administrator kabupaten yang terakhir."


@dataclass(frozen=True, slots=True)
class Administration:
    """Written by every act that takes something from an administrator."""

    id: str
    changed_at: Instant


ADMINISTRATION = TypedCollection("administration", Administration, key=lambda it: it.id)


def require_administrator_left(
    ctx: Context, loses: Callable[[Appointment], bool], from_day: date, roles: Iterable[Role] | None = None
) -> Administration | None:
    """Refuse what leaves nobody: ``loses`` tells for which appointments the right ends on ``from_day``.

    ``roles`` are all roles as they are to be; None for those that are. Returns what is to be written with the change,
    or None where it takes nothing from an administrator. Reads only, so that it may stand before every write.
    """
    before = _administering(all_roles(ctx).values())
    after = before if roles is None else _administering(roles)
    everything = tuple(_appointments(sorted({*before, *after}), ctx))
    lasting = ((has, it) for has, it in everything if it.ends_on is None or from_day <= it.ends_on)
    if not any(before.intersection(has) and (loses(it) or not after.intersection(has)) for has, it in lasting):
        return None
    ctx.find(ADMINISTRATION, _KEY, right_from=_RIGHT)
    remaining = (
        it
        for has, it in everything
        if after.intersection(has) and not loses(it) and it.starts_on <= from_day and it.ends_on is None
    )
    if not any(_can_sign_in(it.person_id, ctx) for it in remaining):
        raise LastAdministrator(
            "Tetapkan dulu administrator lain tanpa tanggal selesai, dan pastikan ia sudah memilih kata sandi."
        )
    return Administration(_KEY, ctx.now)


def administers(role_ids: Iterable[str], ctx: Context) -> bool:
    """Whether a post with these roles administers."""
    roles = (role_of(role_id, ctx.find(ROLES, role_id, right_from=_RIGHT)) for role_id in role_ids)
    return any(role is not None and Permission.MANAGE_ROLES in role.allowed for role in roles)


def _administering(roles: Iterable[Role]) -> set[str]:
    return {role.id for role in roles if Permission.MANAGE_ROLES in role.allowed}


def _appointments(role_ids: list[str], ctx: Context) -> Iterable[tuple[tuple[str, ...], Appointment]]:
    """Yield the roles of each post that has one of these, with an appointment to it."""
    if not role_ids:
        return
    posts = ctx.every(POSITIONS, HAVING_ROLES, tokens=tuple(role_ids), right_from=_RIGHT)
    for _, post in tuple(posts):
        for _, appointment in ctx.every(APPOINTMENTS, BY_POSITION, equal=(post.id,), right_from=_RIGHT):
            yield post.roles, appointment


def _can_sign_in(person_id: str, ctx: Context) -> bool:
    person = ctx.find(PERSONS, person_id, right_from=_RIGHT)
    has_password = ctx.find(CREDENTIALS, person_id, right_from=_RIGHT) is not None
    return person is not None and not person.suspended and has_password
