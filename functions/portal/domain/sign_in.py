"""Signing in: what wrong passwords cost, counted per account and address.

Five attempts are free; then each further wrong one locks the account for that address twice as long as before, up to
a quarter of an hour (throttling as NIST SP 800-63B section 5.2.2 asks for). A colleague's sign-in from elsewhere is not
touched, so nobody can lock another out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shared.refusals import Refusal
from shared.rules.calendar import clock_time
from shared.values import Instant

FREE_ATTEMPTS = 5
FIRST_LOCK = timedelta(seconds=30)
LONGEST_LOCK = timedelta(minutes=15)


class WrongCredentials(Refusal):
    """No account with this name and password; which of the two is wrong is not said."""

    status = 403
    title = "NIP, surel, atau kata sandi tidak cocok."


class WrongPassword(WrongCredentials):
    """Somebody signed in gave a password that isn't the one in use."""

    title = "Kata sandi yang sekarang tidak cocok."


class LockedOut(Refusal):
    """Too many wrong passwords for now."""

    status = 403
    title = "Terlalu banyak percobaan."


@dataclass(frozen=True, slots=True)
class Attempts:
    """The wrong passwords in a row for an account from an address."""

    key: str
    wrong: int = 0
    locked_until: Instant | None = None


def check_lock(attempts: Attempts, now: datetime) -> None:
    """Refuse while the account is locked for this address."""
    if attempts.locked_until is not None and now < attempts.locked_until:
        detail = f"Coba lagi setelah pukul {clock_time(attempts.locked_until)}."
        raise LockedOut(detail, until=attempts.locked_until)


def refuse_credentials(
    attempts: Attempts, now: datetime, wrong_is: type[WrongCredentials] = WrongCredentials
) -> Refusal:
    """Return the refusal of a wrong password; it keeps the count."""
    wrong = attempts.wrong + 1
    left = FREE_ATTEMPTS - wrong
    if left > 0:
        counted = replace(attempts, wrong=wrong)
        return wrong_is(f"Periksa lagi. Sisa {left} percobaan.", keep=(counted,), attempts_left=left)
    lock = min(FIRST_LOCK * 2 ** min(-left, 10), LONGEST_LOCK)
    until = now + lock
    locked = replace(attempts, wrong=wrong, locked_until=until)
    return LockedOut(f"Coba lagi setelah pukul {clock_time(until)}.", keep=(locked,), until=until)
