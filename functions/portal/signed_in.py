"""The answer of a sign-in and of a refresh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.portal.domain.session import AccountSuspended, SessionEnded
from shared.cookies import REFRESH
from shared.directory.model import PERSONS
from shared.permissions import Permission
from shared.values import Instant

if TYPE_CHECKING:
    from functions.portal.domain.session import Session
    from shared.directory.standing import Held
    from shared.kernel.context import Context


@dataclass(frozen=True, slots=True)
class SignedInPosition:
    """A position that the person holds today, and what it allows."""

    id: str
    title: str
    organisation_name: str
    permissions: tuple[Permission, ...]


@dataclass(frozen=True, slots=True)
class SignedInPerson:
    """Who is signed in, as the shell shows it, and what the shell may offer them.

    Title, organisation and permissions are those of the first position, which a call that names none acts as.
    """

    id: str
    name: str
    position_title: str | None
    organisation_name: str | None
    permissions: tuple[Permission, ...]
    positions: tuple[SignedInPosition, ...]
    second_step: bool  # signing in asked for it
    must_add_second_step: bool  # a role of theirs gives nothing until they have one


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A token for the next minutes; the refresh token travels in a cookie that no script reads."""

    access_token: str
    expires_at: Instant
    person: SignedInPerson


def signed_in(session: Session, ctx: Context) -> SignedIn:
    """Give out the session's tokens."""
    person = ctx.find(PERSONS, session.person_id, right_from="the session")  # as it is now: suspended is at once
    if person is None:
        raise SessionEnded("Akun ini tidak ada lagi. Hubungi pengelola kepegawaian OPD Anda.")
    if person.suspended:
        raise AccountSuspended("Hubungi pengelola kepegawaian OPD Anda.")
    held = ctx.directory.positions_of(session.person_id)
    positions = _positions(held, ctx)
    must_add = not person.second_step and any(map(ctx.directory.demands_second_step, held))
    first = positions[0] if positions else None
    identity = ctx.ports.identity
    token = identity.access_token(session.person_id, session.id, ctx.now)
    ctx.call.new_cookies[REFRESH] = identity.refresh_token(session.id, session.generation)
    return SignedIn(
        token.text,
        token.expires_at,
        SignedInPerson(
            person.id,
            person.name,
            first.title if first else None,
            first.organisation_name if first else None,
            first.permissions if first else (),
            positions,
            person.second_step,
            must_add,
        ),
    )


def _positions(positions: tuple[Held, ...], ctx: Context) -> tuple[SignedInPosition, ...]:
    directory = ctx.directory
    return tuple(
        SignedInPosition(
            held.position_id,
            held.position_title,
            held.organisation_name,
            tuple(sorted(directory.permissions(held))),
        )
        for held in positions
    )
