"""Somebody's telephone with an authenticator, and a second step that is on."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from functions.portal.domain.second_step import SecondStep
from functions.portal.records import SECOND_STEPS
from functions.portal.second_step import code_maker
from shared.directory.model import PERSONS
from shared.values import Secret
from tests.quick_hasher import quick_hasher

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

KEY = Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")  # that of the standard's own example
RECOVERY = ("ba-ki-do-lu-me-ra-to", "si-pu-na-go-re-ti-la")


class Authenticator:
    """Shows codes."""

    def __init__(self, desk: Desk, key: Secret = KEY) -> None:
        self._desk, self._code = desk, code_maker(key)

    def code(self, later: int = 0) -> Secret:
        """Return the code of the moment, or of so many half minutes later."""
        return Secret(self._code(int(self._desk.clock.now().timestamp()) // 30 + later))


def with_second_step(desk: Desk, person: Actor) -> Authenticator:
    """Let somebody have a second step."""
    step = SecondStep(person.id, KEY, desk.clock.now(), recovery=tuple(map(_hash, RECOVERY)))
    desk.given(SECOND_STEPS, step)
    stored = desk.found(PERSONS, person.id)
    assert stored is not None
    desk.given(PERSONS, replace(stored, second_step=True))
    return Authenticator(desk)


@cache
def _hash(code: str) -> Secret:
    return Secret(quick_hasher().hash(code.replace("-", "")))
