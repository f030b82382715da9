"""Show who the caller is and what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.portal.records import ACCOUNTS, SESSIONS
from functions.portal.second_step import find_second_step
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN, Permission
from shared.refusals import RecordMissing
from shared.rules.appointment import AppointmentKind
from shared.values import Instant, Nip


@dataclass(frozen=True, slots=True)
class ProfilePerson:
    """The person; the NIP is masked by its type."""

    id: str
    name: str
    nip: Nip | None
    email: str | None


@dataclass(frozen=True, slots=True)
class ProfilePosition:
    """A position that the person holds today."""

    id: str
    title: str
    kind: AppointmentKind
    organisation_name: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class ProfileSecondStep:
    """Since when signing in asks for a code of the moment, None when it doesn't; whether a role demands it."""

    since: Instant | None
    recovery_codes_left: int
    demanded: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """The caller, their positions, what those allow, since when they are signed in and their password is in use.

    ``password_code_by`` is who handed out the code by which the password was chosen; None where it was by none.
    """

    person: ProfilePerson
    positions: tuple[ProfilePosition, ...]
    permissions: tuple[Permission, ...]
    signed_in_at: Instant | None
    password_at: Instant | None
    password_code_by: str | None
    second_step: ProfileSecondStep


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_profile(ctx: ReadContext) -> Profile:
    """Show the caller's own person, positions and permissions."""
    person = ctx.directory.person(ctx.actor.id)
    if person is None:
        raise RecordMissing("Akun ini tidak ada lagi. Hubungi pengelola kepegawaian OPD Anda.")
    account = ctx.find(ACCOUNTS, ctx.actor.id, right_from="the caller's own account")
    session = ctx.find(SESSIONS, ctx.actor.session_id, right_from="the caller's own session")

    positions = tuple(
        ProfilePosition(
            held.position_id,
            held.position_title,
            held.kind,
            held.organisation_name,
            held.starts_on,
            held.ends_on,
        )
        for held in ctx.directory.positions_of(ctx.actor.id)
    )
    return Profile(
        ProfilePerson(person.id, person.name, person.nip, person.email),
        positions,
        tuple(sorted(ctx.actor.permissions)),
        session.started_at if session else None,
        account.password_at if account else None,
        ctx.directory.person_name(account.code_by) if account and account.code_by else None,
        _second_step(ctx),
    )


def _second_step(ctx: ReadContext) -> ProfileSecondStep:
    step = find_second_step(ctx.actor.id, ctx)
    demanded = any(map(ctx.directory.demands_second_step, ctx.directory.positions_of(ctx.actor.id)))
    return ProfileSecondStep(step.confirmed_at if step else None, step.recovery_left if step else 0, demanded)
