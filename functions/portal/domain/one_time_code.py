"""One-time codes: what somebody hands over in person or by telephone, so that another may choose a password.

A code is made of open syllables (`ba-ki-do-lu-me`), which are spoken and heard in Indonesian without spelling. Five of
them are one of three thousand million; a code is void after ten wrong guesses and after its time, and only a slow hash
of it is stored.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.portal.domain.sign_in import WrongCredentials
from shared.values import Instant, Secret

OFFICE = "office"
"""The subject of the set-up code, by which the first administrator comes in."""

TIME_FOR_A_PERSON = timedelta(hours=72)  # a Friday's code is good on Monday morning
TIME_FOR_THE_OFFICE = timedelta(hours=1)
MOST_WRONG = 10
SYLLABLES_FOR_A_PERSON, SYLLABLES_FOR_THE_OFFICE = 5, 8

_CONSONANTS = "bdfghjklmnprstwz"
_VOWELS = "aeiou"
_SYLLABLES = tuple(consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS)


class WrongCode(WrongCredentials):
    """No such name with this code, or the code is used, void or too old: which of them is not said."""

    title = "Nama masuk atau kode tidak cocok."


@dataclass(frozen=True, slots=True)
class OneTimeCode:
    """The latest code of a person or of the office; an earlier one is void because this one stands in its place."""

    subject: str
    code_hash: Secret
    issued_by: str
    issued_at: Instant
    expires_at: Instant
    wrong: int = 0
    used: bool = False

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be used."""
        return not self.used and self.wrong < MOST_WRONG and now < self.expires_at


def spoken(secret: Secret, syllables: int) -> str:
    """Return the code that a fresh secret makes: ``ba-ki-do-lu-me``."""
    number = int.from_bytes(hashlib.sha256(secret.reveal().encode()).digest())
    found = []
    for _ in range(syllables):
        number, which = divmod(number, len(_SYLLABLES))
        found.append(_SYLLABLES[which])
    return "-".join(found)


def heard(code: Secret) -> Secret:
    """Return the letters of a code, however it was typed."""
    return Secret("".join(letter for letter in code.reveal().lower() if letter.isalpha()))
