"""A one-time code as it was typed, checked outside any transaction, since it takes tens of milliseconds on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext
    from shared.values import Secret


@dataclass(frozen=True, slots=True)
class Guess:
    """The stored hash of a code, what was typed as that code, and the password that it shall bring in."""

    attempts_key: str
    subject: str
    stored: Secret | None
    given: Secret
    new: Secret


@dataclass(frozen=True, slots=True)
class CheckedGuess:
    """The new password's hash; None when the code was not the one given."""

    attempts_key: str
    subject: str
    stored: Secret | None
    new_hash: Secret | None


def check_guess(guess: Guess, ctx: ReadContext) -> CheckedGuess:
    """Compare the code, and only if it is right hash the password."""
    is_right = ctx.ports.identity.password_matches(guess.stored, guess.given)
    new_hash = ctx.ports.identity.hash_password(guess.new) if is_right else None
    return CheckedGuess(guess.attempts_key, guess.subject, guess.stored, new_hash)
