"""Prove once more that it is still the same person who is signed in, before something that matters."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.password import normalised
from functions.portal.domain.second_step import SecondStep, SecondStepNeeded, WrongSecondStep
from functions.portal.domain.sign_in import Attempts, LockedOut, WrongPassword, check_lock, refuse_credentials
from functions.portal.proved import ProvedAgain
from functions.portal.records import ATTEMPTS
from functions.portal.second_step import ShownCode, find_second_step, look_up_recovery, take_second_step
from shared.accounts.credential import CREDENTIALS
from shared.accounts.proof import PROOFS, RECENT, RecentProof
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Secret, fingerprint

_OWN = "the caller's own account"


@dataclass(frozen=True, slots=True)
class PasswordAgain:
    """The caller's password, and a code where signing in asks for one."""

    password: Secret
    code: Secret | None = None


@dataclass(frozen=True, slots=True)
class GivenAgain:
    """The stored hash and what was given as its password, compared outside any transaction."""

    stored: Secret | None
    given: Secret
    second_step: SecondStep | None
    code: Secret | None


@dataclass(frozen=True, slots=True)
class Compared:
    """Whether the password was right, and what was shown beside."""

    is_right: bool
    shown: ShownCode


def compare(again: GivenAgain, ctx: ReadContext) -> Compared:
    """Compare the password with the stored hash."""
    is_right = ctx.ports.identity.password_matches(again.stored, again.given)
    return Compared(is_right, look_up_recovery(again.second_step if is_right else None, again.code, ctx))


def keep_proof(compared: Compared, ctx: Context) -> ProvedAgain:
    """Keep the moment for a right password; count a wrong one."""
    key = fingerprint("change-password", ctx.actor.id)
    attempts = ctx.find(ATTEMPTS, key, right_from=_OWN) or Attempts(key)
    ctx.find(PROOFS, ctx.actor.session_id, right_from=_OWN)

    check_lock(attempts, ctx.now)
    if not compared.is_right:
        raise refuse_credentials(attempts, ctx.now, WrongPassword)
    second_step = take_second_step(ctx.actor.id, compared.shown, ctx)

    ctx.put(PROOFS, RecentProof(ctx.actor.session_id, ctx.actor.id, ctx.now))
    second_step.write(ctx)
    if attempts.wrong:
        ctx.put(ATTEMPTS, Attempts(key))
    return ProvedAgain(ctx.now + RECENT)


@operation(
    permission=SIGNED_IN,
    refuses=(WrongPassword, LockedOut, SecondStepNeeded, WrongSecondStep),
    keeps=(ATTEMPTS,),
    secret=True,
    call=compare,
    complete=keep_proof,
)
def prove_again(again: PasswordAgain, ctx: Context) -> GivenAgain:
    """Prove again, by the password, who is signed in; for the next minutes nothing more is asked."""
    key = fingerprint("change-password", ctx.actor.id)  # counted together: one password, one count
    attempts = ctx.find(ATTEMPTS, key, right_from=_OWN) or Attempts(key)
    credential = ctx.find(CREDENTIALS, ctx.actor.id, right_from=_OWN)
    second_step = find_second_step(ctx.actor.id, ctx) if again.code else None

    check_lock(attempts, ctx.now)

    stored = credential.password_hash if credential else None
    return GivenAgain(stored, normalised(again.password), second_step, again.code)
