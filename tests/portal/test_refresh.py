"""Staying signed in by the refresh cookie."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.session import LIFETIME, AccountSuspended, SessionEnded
from functions.portal.records import SESSIONS
from functions.portal.refresh import refresh
from functions.portal.sign_out import SignOut, sign_out
from shared.cookies import REFRESH
from shared.directory.model import PERSONS, Person
from shared.ports.identity import NotSignedIn
from shared.values import Secret
from tests.portal.accounts import NIP, refreshed, sign_in_as

if TYPE_CHECKING:
    from flask import Response

    from shared.actor import Actor
    from tests.desk import Desk

pytestmark = pytest.mark.usefixtures("aditya")

INSTANT = timedelta(microseconds=1)


def has_ended(desk: Desk, cookie: Secret) -> bool:
    """Whether the session of a cookie is kept as ended."""
    session = desk.found(SESSIONS, desk.identity.read_refresh_token(cookie)[0])
    assert session is not None
    return session.ended


def test_a_refresh_gives_the_next_cookie_and_a_fresh_token(desk: Desk, aditya: Actor) -> None:
    _, cookie = sign_in_as(desk)
    desk.clock.pass_(minutes=4)

    answer, following = refreshed(desk, cookie)

    assert answer.person.id == aditya.id
    assert answer.expires_at == desk.clock.now() + timedelta(minutes=5)
    assert desk.identity.actor(answer.access_token, desk.clock.now()).id == aditya.id
    assert following != cookie
    assert refreshed(desk, following)[1] not in (cookie, following)


def test_two_tabs_within_ten_seconds_get_the_same_successor(desk: Desk) -> None:
    _, cookie = sign_in_as(desk)
    _, first = refreshed(desk, cookie)
    desk.clock.set(desk.clock.now() + timedelta(seconds=10) - INSTANT)

    _, second = refreshed(desk, cookie)

    assert second == first
    assert refreshed(desk, second)
    assert not has_ended(desk, cookie)


def test_a_cookie_used_again_later_ends_the_session_for_good(desk: Desk) -> None:
    _, stolen = sign_in_as(desk)
    _, own = refreshed(desk, stolen)
    desk.clock.pass_(seconds=10)

    with pytest.raises(SessionEnded, match="dua tempat"):
        refreshed(desk, stolen)
    assert has_ended(desk, own)
    with pytest.raises(SessionEnded):
        refreshed(desk, own)


def test_a_cookie_of_two_generations_ago_is_theft_at_once(desk: Desk) -> None:
    _, first = sign_in_as(desk)
    _, second = refreshed(desk, first)
    refreshed(desk, second)

    with pytest.raises(SessionEnded, match="dua tempat"):
        refreshed(desk, first)
    assert has_ended(desk, first)


def test_another_session_of_the_same_person_goes_on(desk: Desk) -> None:
    _, phone = sign_in_as(desk)
    _, desktop = sign_in_as(desk)
    refreshed(desk, phone)
    desk.clock.pass_(minutes=1)
    with pytest.raises(SessionEnded):
        refreshed(desk, phone)

    assert refreshed(desk, desktop)


def test_after_signing_out_there_is_nothing_to_refresh(desk: Desk) -> None:
    answer, cookie = sign_in_as(desk)
    desk.call(sign_out, SignOut(), by=desk.identity.actor(answer.access_token, desk.clock.now()))
    with pytest.raises(SessionEnded):
        refreshed(desk, cookie)


def test_a_session_lasts_fourteen_days(desk: Desk) -> None:
    _, cookie = sign_in_as(desk)
    begun = desk.clock.now()
    desk.clock.set(begun + LIFETIME - INSTANT)
    _, cookie = refreshed(desk, cookie)

    desk.clock.set(begun + LIFETIME)
    with pytest.raises(SessionEnded):
        refreshed(desk, cookie)


def test_who_is_suspended_meanwhile_does_not_stay_signed_in(desk: Desk, aditya: Actor) -> None:
    answer, cookie = sign_in_as(desk)
    desk.given(PERSONS, Person(aditya.id, "Aditya", NIP, suspended=True))

    with pytest.raises(AccountSuspended):
        refreshed(desk, cookie)
    with pytest.raises(NotSignedIn):
        desk.identity.actor(answer.access_token, desk.clock.now())

    desk.given(PERSONS, Person(aditya.id, "Aditya", NIP))
    assert refreshed(desk, cookie)


@pytest.mark.parametrize("cookie", [None, Secret(""), Secret("palsu"), Secret("WyJ4IiwxXQ.tanda-tangan")])
def test_without_a_cookie_of_ours_there_is_no_session(desk: Desk, cookie: Secret | None) -> None:
    with pytest.raises(SessionEnded):
        refreshed(desk, cookie)


def test_an_access_token_is_no_cookie(desk: Desk) -> None:
    answer, _ = sign_in_as(desk)
    with pytest.raises(SessionEnded):
        refreshed(desk, Secret(answer.access_token))


def test_a_cookie_of_a_session_that_does_not_exist_is_refused(desk: Desk) -> None:
    with pytest.raises(SessionEnded):
        refreshed(desk, desk.identity.refresh_token("tidak-ada", 1))


def ask(desk: Desk, cookie: Secret, **headers: str) -> Response:
    """Refresh as a browser does, with its headers."""
    return desk.request(refresh, json_body={}, headers={"Cookie": f"{REFRESH.name}={cookie.reveal()}", **headers})


def test_a_browser_gets_the_next_cookie(desk: Desk) -> None:
    _, cookie = sign_in_as(desk)
    for headers in ({}, {"Origin": "http://localhost"}):
        response = ask(desk, cookie, **headers)
        assert response.status_code == 200
        assert response.headers["Set-Cookie"].startswith(f"{REFRESH.name}=")


@pytest.mark.parametrize("origin", ["https://jahat.example", "http://localhost.jahat.example", "null", ""])
def test_a_page_of_another_origin_gets_no_session_and_harms_none(desk: Desk, origin: str) -> None:
    _, cookie = sign_in_as(desk)

    response = ask(desk, cookie, Origin=origin)

    assert (response.status_code, response.get_json()["type"]) == (403, "/problems/session-ended")
    assert "Set-Cookie" not in response.headers
    assert refreshed(desk, cookie)


def test_neither_token_is_in_the_journal(desk: Desk) -> None:
    _, cookie = sign_in_as(desk)
    answer, following = refreshed(desk, cookie)
    rows = str(desk.journal())
    for token in (answer.access_token, cookie.reveal(), following.reveal()):
        assert token not in rows
