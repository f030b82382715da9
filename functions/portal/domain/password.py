"""Choosing a password: long enough and not one that is guessed early (NIST SP 800-63B-4, 3.1.1.2).

Guessed early are those on a list of common passwords, also with figures or signs before or behind, one thing said again
and again, and the person's own NIP, which is long enough to pass the rule about length. No mixture of letters, digits
and signs is asked for, and no change from time to time: both lead to weaker passwords. The same password can be written
in several ways (a composed letter, a wide digit), so one form of it is hashed.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from shared.refusals import Refusal
from shared.values import Secret

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

SHORTEST = 15
"""Characters, where a password is the only proof (the standard's own number)."""

LONGEST = 128
"""Characters; the standard asks for 64 at least, and without a bound a hash could be made to cost anything."""

SHORTEST_UNIT = 8
"""Characters: what is shorter and only repeated, makes no long password."""


class PasswordTooWeak(Refusal):
    """The new password is too short, too long, or one that is guessed early."""

    status = 422
    title = "Kata sandi baru belum dapat dipakai."


def normalised(password: Secret) -> Secret:
    """Return the one form (NFKC) in which a password is hashed and compared; spaces stay as they were typed."""
    return Secret(unicodedata.normalize("NFKC", password.reveal()))


def check_new_password(password: Secret, common: Container[str], logins: Iterable[str | None]) -> None:
    """Refuse a normalised password that is too short, too long or guessed early.

    ``common`` are passwords in small letters; ``logins`` are the person's NIP and e-mail address, which others know.
    """
    text = password.reveal()
    if len(text) < SHORTEST:
        raise PasswordTooWeak(f"Isi paling sedikit {SHORTEST} karakter, misalnya empat kata yang tidak berhubungan.")
    if len(text) > LONGEST:
        raise PasswordTooWeak(f"Isi paling banyak {LONGEST} karakter.")
    plain = text.casefold()
    if any(login and "".join(login.split()).casefold() in "".join(plain.split()) for login in logins):
        raise PasswordTooWeak("Jangan memakai NIP atau surel Anda. Pilih empat kata yang tidak berhubungan.")
    if _is_guessed_early(plain, common):
        raise PasswordTooWeak("Kata sandi ini mudah ditebak. Pilih empat kata yang tidak berhubungan.")


def _is_guessed_early(plain: str, common: Container[str]) -> bool:
    unit = plain[: (plain * 2).find(plain, 1)]  # what is said again and again; where nothing is, the whole
    stem = plain.strip("".join({it for it in plain if not it.isalpha()}))
    return len(unit) < SHORTEST_UNIT or any(it in common for it in (plain, unit, stem))
