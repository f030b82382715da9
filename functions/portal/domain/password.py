"""Choosing a password: long enough, not on the list of common ones, and nothing else (NIST SP 800-63B-4, 3.1.1.2).

No mixture of letters, digits and signs is asked for, and no change from time to time: both lead to weaker passwords.
The same password can be written in several ways (a composed letter, a wide digit), so one form of it is hashed.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from shared.refusals import Refusal
from shared.values import Secret

if TYPE_CHECKING:
    from collections.abc import Container

SHORTEST = 15
"""Characters, where a password is the only proof (the standard's own number)."""

LONGEST = 128
"""Characters; the standard asks for 64 at least, and without a bound a hash could be made to cost anything."""

FEWEST_DIFFERENT = 4
"""Different characters: fewer is one key held down, or two in turn."""


class PasswordTooWeak(Refusal):
    """The new password is too short, too long, or one that is guessed early."""

    status = 403
    title = "Kata sandi baru belum dapat dipakai."


def normalised(password: Secret) -> Secret:
    """Return the one form (NFKC) in which a password is hashed and compared; spaces stay as they were typed."""
    return Secret(unicodedata.normalize("NFKC", password.reveal()))


def check_new_password(password: Secret, known: Container[str]) -> None:
    """Refuse a normalised password that is too short, too long or, in small letters, among the ``known`` ones."""
    text = password.reveal()
    if len(text) < SHORTEST:
        raise PasswordTooWeak(f"Isi paling sedikit {SHORTEST} karakter, misalnya empat kata yang tidak berhubungan.")
    if len(text) > LONGEST:
        raise PasswordTooWeak(f"Isi paling banyak {LONGEST} karakter.")
    if len(set(text)) < FEWEST_DIFFERENT or text.casefold() in known:
        raise PasswordTooWeak("Kata sandi ini mudah ditebak. Pilih empat kata yang tidak berhubungan.")
