"""The second step of signing in: a code of the moment from the person's own telephone (RFC 6238), or a recovery code.

A code of the moment is good for its half minute and, since clocks differ, the one before and after; one that was taken
is never taken again. A recovery code is for a lost telephone: eight are shown once, each is good once, and only slow
hashes of them are stored.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from functions.portal.domain.one_time_code import heard, spoken
from functions.portal.domain.sign_in import WrongCredentials
from shared.refusals import Refusal
from shared.values import Instant, Secret

if TYPE_CHECKING:
    from collections.abc import Callable

STEP_SECONDS = 30
DIGITS = 6
RECOVERY_CODES = 8
_RECOVERY_SYLLABLES = 7
_USED = Secret("")


class SecondStepNeeded(Refusal):
    """The password is right, and the account asks for a code of the moment beside."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Masukkan kode dari aplikasi autentikator Anda."


class WrongSecondStep(WrongCredentials):
    """The code is not the one of the moment, or was used before."""

    title = "Kode tidak cocok atau sudah dipakai."


class SecondStepOn(Refusal):
    """The second step is in use already."""

    title: ClassVar[str] = "Kode dua langkah sudah aktif."


class SecondStepNotBegun(Refusal):
    """There is no secret to confirm: it was never drawn, or has been confirmed."""

    title: ClassVar[str] = "Kode dua langkah belum dimulai."


class SecondStepDemanded(Refusal):
    """A role of the person gives its rights only to who has the second step."""

    title: ClassVar[str] = "Peran Anda memerlukan kode dua langkah."


class OwnSecondStepFirst(Refusal):
    """Who demands it of others hasn't got it."""

    title: ClassVar[str] = "Anda sendiri belum memakai kode dua langkah."


@dataclass(frozen=True, slots=True)
class SecondStep:
    """What a person's codes are made of; ``last_step`` is the half minute of the latest code that was taken."""

    person_id: str
    secret: Secret
    confirmed_at: Instant | None = None
    last_step: int = 0
    recovery: tuple[Secret, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether signing in asks for it."""
        return self.confirmed_at is not None

    @property
    def recovery_left(self) -> int:
        """How many recovery codes are still good."""
        return sum(it != _USED for it in self.recovery)


def new_second_step(person_id: str, fresh: Secret) -> SecondStep:
    """Return a second step that waits for its first code; 160 bits, as RFC 4226 section 4 recommends."""
    key = hashlib.sha256(fresh.reveal().encode()).digest()[:20]
    return SecondStep(person_id, Secret(base64.b32encode(key).decode()))


def new_recovery_codes(fresh: Secret) -> tuple[str, ...]:
    """Return the recovery codes that a fresh secret makes."""
    return tuple(spoken(Secret(f"{fresh.reveal()}.{n}"), _RECOVERY_SYLLABLES) for n in range(RECOVERY_CODES))


def is_of_the_moment(code: Secret) -> bool:
    """Whether what was typed can be a code of the moment: digits, however they are grouped."""
    return digits_of(code).isdecimal()


def digits_of(code: Secret) -> str:
    """Return the digits without the spaces between them."""
    return "".join(code.reveal().split())


def take_code(step: SecondStep, code: Secret, now: datetime, at: Callable[[int], str]) -> SecondStep | None:
    """Return the step with a code of the moment taken, or None; ``at`` makes the code of a half minute."""
    present, typed = int(now.timestamp()) // STEP_SECONDS, digits_of(code)
    fitting = (it for it in (present - 1, present, present + 1) if it > step.last_step and at(it) == typed)
    taken = next(fitting, None)
    return None if taken is None else replace(step, last_step=taken)


def take_recovery(step: SecondStep, code: Secret, matches: Callable[[Secret, Secret], bool]) -> Secret | None:
    """Return the stored hash of a recovery code that is still good, or None; slow, so outside any transaction."""
    return next((it for it in step.recovery if it != _USED and matches(it, heard(code))), None)


def without_recovery(step: SecondStep, stored: Secret) -> SecondStep | None:
    """Return the step with a recovery code used up, or None where another has used it meanwhile."""
    if stored == _USED or stored not in step.recovery:
        return None
    return replace(step, recovery=tuple(_USED if it == stored else it for it in step.recovery))
