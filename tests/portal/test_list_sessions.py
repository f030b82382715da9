"""Where somebody is signed in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.portal.list_sessions import ListedSession, list_sessions
from functions.portal.sign_in import sign_in
from tests.portal.accounts import NIP, PASSWORD, open_account, refreshed, sign_in_as

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36"


def sessions(desk: Desk, by: Actor) -> tuple[ListedSession, ...]:
    found: tuple[ListedSession, ...] = desk.call(list_sessions, by=by).items
    return found


def test_the_present_browser_comes_first_and_is_marked(desk: Desk, aditya: Actor) -> None:
    here, _ = sign_in_as(desk)
    desk.clock.pass_(hours=1)
    _, cookie = sign_in_as(desk)
    desk.clock.pass_(hours=1)
    refreshed(desk, cookie)
    person = desk.identity.actor(here.access_token, desk.clock.now() - timedelta(hours=2))

    present, other = sessions(desk, person)
    assert person.id == aditya.id

    assert (present.is_present, other.is_present) == (True, False)
    assert present.started_at == desk.clock.now() - timedelta(hours=2)
    assert (other.started_at, other.seen_at) == (desk.clock.now() - timedelta(hours=1), desk.clock.now())


def test_a_browser_is_told_by_a_name_and_never_by_what_it_said(desk: Desk, aditya: Actor) -> None:
    for agent in (CHROME, "<script>alert(1)</script>"):
        headers = {"User-Agent": agent}
        assert desk.request(sign_in, json_body={"login": NIP, "password": PASSWORD}, headers=headers).status_code == 200
    assert {it.browser for it in sessions(desk, aditya)} == {"Chrome di Windows", "Peramban lain"}


def test_others_and_those_that_are_over_are_not_listed(desk: Desk, aditya: Actor) -> None:
    open_account(desk, desk.employee("Sari"), "sari@example")
    sign_in_as(desk, "sari@example")
    sign_in_as(desk)
    assert len(sessions(desk, aditya)) == 1
    desk.clock.pass_(days=14)
    assert sessions(desk, aditya) == ()
