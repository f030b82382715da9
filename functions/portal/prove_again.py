"""Prove once more that it is still the same person who is signed in, before something that matters."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.password import normalised
from functions.portal.domain.sign_in import Attempts, LockedOut, WrongPassword, check_lock, refuse_credentials
from functions.portal.records import ATTEMPTS
from shared.accounts.credential import CREDENTIALS
from shared.accounts.proof import PROOFS, RECENT, RecentProof
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Instant, Secret, fingerprint

_OWN = "the caller's own account"


@dataclass(frozen=True, slots=True)
class PasswordAgain:
    """The caller's password."""

    password: Secret


@dataclass(frozen=True, slots=True)
class GivenAgain:
    """The stored hash and what was given as its password, compared outside any transaction."""

    stored: Secret | None
    given: Secret


@dataclass(frozen=True, slots=True)
class ProvedAgain:
    """Until when nothing more is asked."""

    until: Instant


def compare(again: GivenAgain, ctx: ReadContext) -> bool:
    """Compare the password with the stored hash."""
    return ctx.ports.identity.password_matches(again.stored, again.given)


def keep_proof(is_right: bool, ctx: Context) -> ProvedAgain:  # noqa: FBT001 -- the step before answers nothing else
    """Keep the moment for a right password; count a wrong one."""
    key = fingerprint("change-password", ctx.actor.id)
    attempts = ctx.find(ATTEMPTS, key, right_from=_OWN) or Attempts(key)
    ctx.find(PROOFS, ctx.actor.session_id, right_from=_OWN)

    check_lock(attempts, ctx.now)
    if not is_right:
        raise refuse_credentials(attempts, ctx.now, WrongPassword)

    ctx.put(PROOFS, RecentProof(ctx.actor.session_id, ctx.actor.id, ctx.now))
    if attempts.wrong:
        ctx.put(ATTEMPTS, Attempts(key))
    return ProvedAgain(ctx.now + RECENT)


@operation(
    permission=SIGNED_IN,
    refuses=(WrongPassword, LockedOut),
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

    check_lock(attempts, ctx.now)

    return GivenAgain(credential.password_hash if credential else None, normalised(again.password))
