"""How a person sees themselves: what they hold, what it allows, and their second step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.portal.second_step import find_second_step
from shared.kernel.context import ReadContext
from shared.permissions import Permission
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


def shown_second_step(ctx: ReadContext) -> ProfileSecondStep:
    """Return the caller's own second step."""
    step = find_second_step(ctx.actor.id, ctx)
    demanded = any(map(ctx.directory.demands_second_step, ctx.directory.positions_of(ctx.actor.id)))
    return ProfileSecondStep(step.confirmed_at if step else None, step.recovery_left if step else 0, demanded)
