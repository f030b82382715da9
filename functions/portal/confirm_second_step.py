"""Confirm the second step by its first code; from then on signing in asks for one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.portal.domain.one_time_code import heard
from functions.portal.domain.second_step import (
    SecondStep,
    SecondStepNotBegun,
    WrongSecondStep,
    new_recovery_codes,
    take_code,
)
from functions.portal.domain.sign_in import Attempts, LockedOut, check_lock, refuse_credentials
from functions.portal.records import ATTEMPTS, SECOND_STEPS
from functions.portal.second_step import code_maker
from shared.directory.model import PERSONS
from shared.directory.people import load_projections, write_person
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Secret, fingerprint

_OWN = "the caller's own second step"


@dataclass(frozen=True, slots=True)
class SecondStepToConfirm:
    """The code that the authenticator shows."""

    code: Secret


@dataclass(frozen=True, slots=True)
class Accepted:
    """The step with its code taken, and recovery codes to be hashed outside any transaction."""

    step: SecondStep
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SecondStepConfirmed:
    """It is in use; the recovery codes, shown this once."""

    recovery_codes: tuple[str, ...]


def hash_codes(accepted: Accepted, ctx: ReadContext) -> Accepted:
    """Hash the recovery codes."""
    hashed = tuple(ctx.ports.identity.hash_password(heard(Secret(code))) for code in accepted.codes)
    return replace(accepted, step=replace(accepted.step, recovery=hashed))


def keep_step(accepted: Accepted, ctx: Context) -> SecondStepConfirmed:
    """Keep the step, and tell the directory that the person has one."""
    now = ctx.find(SECOND_STEPS, ctx.actor.id, right_from=_OWN)
    if now is None or now.is_on or now.secret != accepted.step.secret:
        raise SecondStepNotBegun("Mulai lagi dari Profil.")
    person = ctx.get(PERSONS, ctx.actor.id, right_from=_OWN)
    before = load_projections(person.id, ctx)

    ctx.put(SECOND_STEPS, replace(accepted.step, confirmed_at=ctx.now))
    write_person(replace(person, second_step=True), before, ctx)
    return SecondStepConfirmed(accepted.codes)


@operation(
    permission=SIGNED_IN,
    refuses=(SecondStepNotBegun, WrongSecondStep, LockedOut),
    keeps=(ATTEMPTS,),
    secret=True,
    call=hash_codes,
    complete=keep_step,
)
def confirm_second_step(confirming: SecondStepToConfirm, ctx: Context) -> Accepted:
    """Confirm the caller's second step by a code of the moment; the answer holds the recovery codes."""
    key = fingerprint("second-step", ctx.actor.id)
    attempts = ctx.find(ATTEMPTS, key, right_from=_OWN) or Attempts(key)
    step = ctx.find(SECOND_STEPS, ctx.actor.id, right_from=_OWN)

    check_lock(attempts, ctx.now)
    if step is None or step.is_on or not step.secret.reveal():
        raise SecondStepNotBegun("Mulai lagi dari Profil.")
    taken = take_code(step, confirming.code, ctx.now, code_maker(step.secret))
    if taken is None:
        raise refuse_credentials(attempts, ctx.now, WrongSecondStep)

    return Accepted(taken, new_recovery_codes(ctx.new_secret()))
