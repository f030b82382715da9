"""Ending a session of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.session import SessionEnded
from functions.portal.end_session import SessionToEnd, end_session
from functions.portal.list_sessions import list_sessions
from shared.refusals import RecordMissing
from tests.portal.accounts import open_account, refreshed, sign_in_as

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def test_the_browser_is_signed_out_and_saying_so_again_changes_nothing(desk: Desk, aditya: Actor) -> None:
    _, cookie = sign_in_as(desk)
    [session] = desk.call(list_sessions, by=aditya).items

    assert not desk.call(end_session, SessionToEnd(session.id), by=aditya).already
    with pytest.raises(SessionEnded):
        refreshed(desk, cookie)
    assert desk.call(end_session, SessionToEnd(session.id), by=aditya).already


def test_somebody_elses_session_looks_like_none(desk: Desk, aditya: Actor) -> None:
    sari = desk.employee("Sari")
    open_account(desk, sari, "sari@example")
    _, cookie = sign_in_as(desk, "sari@example")
    [session] = desk.call(list_sessions, by=sari).items

    for session_id in (session.id, "tidak-ada"):
        with pytest.raises(RecordMissing):
            desk.call(end_session, SessionToEnd(session_id), by=aditya)
    assert refreshed(desk, cookie)[0].person.id == sari.id
