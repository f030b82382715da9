"""Signing out everywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.session import SessionEnded
from functions.portal.end_other_sessions import OtherSessions, end_other_sessions
from tests.portal.accounts import open_account, refreshed, sign_in_as

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def test_the_others_are_signed_out_this_one_and_other_peoples_stay(desk: Desk, aditya: Actor) -> None:
    open_account(desk, desk.employee("Sari"), "sari@example")
    _, sari = sign_in_as(desk, "sari@example")
    here, cookie = sign_in_as(desk)
    elsewhere = [sign_in_as(desk)[1] for _ in range(2)]
    person = desk.identity.actor(here.access_token, desk.clock.now())
    assert person.id == aditya.id

    assert desk.call(end_other_sessions, OtherSessions(), by=person).signed_out == 2

    for other in elsewhere:
        with pytest.raises(SessionEnded):
            refreshed(desk, other)
    refreshed(desk, cookie)
    refreshed(desk, sari)
    assert desk.call(end_other_sessions, OtherSessions(), by=person).signed_out == 0
