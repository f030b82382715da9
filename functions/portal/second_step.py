"""Take the second step of somebody who signs in or proves themselves: outside the transaction, then inside."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.portal.domain.second_step import (
    DIGITS,
    STEP_SECONDS,
    SecondStep,
    SecondStepNeeded,
    WrongSecondStep,
    is_of_the_moment,
    take_code,
    take_recovery,
    without_recovery,
)
from functions.portal.domain.sign_in import Attempts, check_lock, refuse_credentials
from functions.portal.records import ATTEMPTS, SECOND_STEPS
from shared.values import Secret, fingerprint

if TYPE_CHECKING:
    from shared.kernel.context import Context, ReadContext

_OWN = "the person's own second step"


@dataclass(frozen=True, slots=True)
class ShownCode:
    """What was typed as second step, and the stored hash of the recovery code that it is, if it is one."""

    code: Secret | None
    recovery: Secret | None = None


def find_second_step(person_id: str, ctx: ReadContext) -> SecondStep | None:
    """Return the second step that signing in asks for, or None where it asks for none."""
    step = ctx.find(SECOND_STEPS, person_id, right_from=_OWN)
    return step if step is not None and step.is_on else None


def look_up_recovery(step: SecondStep | None, code: Secret | None, ctx: ReadContext) -> ShownCode:
    """Compare what isn't a code of the moment with the recovery codes; slow, so outside any transaction."""
    if step is None or code is None or is_of_the_moment(code):
        return ShownCode(code)
    return ShownCode(code, take_recovery(step, code, ctx.ports.identity.password_matches))


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be written when a second step was taken: nothing where there is none."""

    step: SecondStep | None = None
    attempts: Attempts | None = None

    def write(self, ctx: Context) -> None:
        """Write it."""
        if self.step is not None:
            ctx.put(SECOND_STEPS, self.step)
        if self.attempts is not None and self.attempts.wrong:
            ctx.put(ATTEMPTS, Attempts(self.attempts.key))


def take_second_step(person_id: str, shown: ShownCode, ctx: Context) -> Taken:
    """Take the second step of who has shown the right password. Raises what says that it is missing or wrong.

    Wrong ones are counted for the person and not for an address: only who knows the password can lock it.
    """
    step = find_second_step(person_id, ctx)
    if step is None:
        return Taken()
    key = fingerprint("second-step", person_id)
    attempts = ctx.find(ATTEMPTS, key, right_from=_OWN) or Attempts(key)
    check_lock(attempts, ctx.now)
    if shown.code is None:
        raise SecondStepNeeded("Enam angka yang sedang tampil, atau satu kode cadangan.")
    if is_of_the_moment(shown.code):
        taken = take_code(step, shown.code, ctx.now, code_maker(step.secret))
    else:
        taken = without_recovery(step, shown.recovery) if shown.recovery else None
    if taken is None:
        raise refuse_credentials(attempts, ctx.now, WrongSecondStep)
    return Taken(taken, attempts)


def code_maker(secret: Secret) -> CodeMaker:
    """Return what makes the code of a half minute."""
    return CodeMaker(base64.b32decode(secret.reveal()))


class CodeMaker:
    """Makes codes of the moment (RFC 6238 with SHA-1, six digits and half minutes: what every authenticator reads)."""

    def __init__(self, key: bytes) -> None:
        """Keep the key; the library is loaded by the first who has a second step."""
        from cryptography.hazmat.primitives.hashes import SHA1  # noqa: PLC0415 -- a cold start without it pays nothing
        from cryptography.hazmat.primitives.twofactor.totp import TOTP  # noqa: PLC0415 -- (same)

        self._totp = TOTP(key, DIGITS, SHA1(), STEP_SECONDS)  # noqa: S303 -- as HMAC it is not broken

    def __call__(self, step: int) -> str:
        """Return the code of that half minute."""
        return self._totp.generate(step * STEP_SECONDS).decode()
