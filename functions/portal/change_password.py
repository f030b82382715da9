"""Change the caller's own password; whoever else is signed in with the old one is signed out."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.chosen_password import keep_password, load_before
from functions.portal.common_passwords import common_passwords
from functions.portal.domain.password import PasswordTooWeak, check_new_password, normalised
from functions.portal.domain.sign_in import Attempts, LockedOut, WrongPassword, check_lock, refuse_credentials
from functions.portal.records import ATTEMPTS
from shared.accounts.credential import CREDENTIALS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Secret, fingerprint

_OWN = "the caller's own account"


@dataclass(frozen=True, slots=True)
class PasswordToChange:
    """The password in use, as proof, and the one to use from now on."""

    current: Secret
    new: Secret


@dataclass(frozen=True, slots=True)
class Proof:
    """The stored hash, what was given as its password, and the new one, which the rules allow."""

    attempts_key: str
    stored: Secret | None
    given: Secret
    new: Secret


@dataclass(frozen=True, slots=True)
class CheckedProof:
    """The new password's hash; None when the password in use was not the one given."""

    attempts_key: str
    stored: Secret | None
    new_hash: Secret | None


@dataclass(frozen=True, slots=True)
class PasswordChanged:
    """It is in use, and so many other browsers were signed out."""

    signed_out: int


def hash_new(proof: Proof, ctx: ReadContext) -> CheckedProof:
    """Compare the given password, and only if it is right hash the new one."""
    is_right = ctx.ports.identity.password_matches(proof.stored, proof.given)
    new_hash = ctx.ports.identity.hash_password(proof.new) if is_right else None
    return CheckedProof(proof.attempts_key, proof.stored, new_hash)


def keep_new(checked: CheckedProof, ctx: Context) -> PasswordChanged:
    """Keep the new hash and end the other sessions; count a wrong password."""
    attempts = ctx.find(ATTEMPTS, checked.attempts_key, right_from=_OWN) or Attempts(checked.attempts_key)
    before = load_before(ctx.actor.id, ctx, _OWN)
    credential = before.credential

    check_lock(attempts, ctx.now)
    if credential is None or checked.new_hash is None or credential.password_hash != checked.stored:
        raise refuse_credentials(attempts, ctx.now, WrongPassword)

    signed_out = keep_password(before, checked.new_hash, ctx, keep_session=ctx.actor.session_id)
    if attempts.wrong:
        ctx.put(ATTEMPTS, Attempts(checked.attempts_key))
    return PasswordChanged(signed_out)


@operation(
    permission=SIGNED_IN,
    refuses=(PasswordTooWeak, WrongPassword, LockedOut),
    keeps=(ATTEMPTS,),
    secret=True,  # a hash of the body, as others' rows hold it, would be a fast hash of two passwords
    call=hash_new,
    complete=keep_new,
)
def change_password(change: PasswordToChange, ctx: Context) -> Proof:
    """Change the caller's own password, proved by the one in use."""
    key = fingerprint("change-password", ctx.actor.id)
    attempts = ctx.find(ATTEMPTS, key, right_from=_OWN) or Attempts(key)
    credential = ctx.find(CREDENTIALS, ctx.actor.id, right_from=_OWN)
    new = normalised(change.new)

    check_lock(attempts, ctx.now)
    check_new_password(new, common_passwords(), [ctx.actor.nip])

    return Proof(key, credential.password_hash if credential else None, normalised(change.current), new)
