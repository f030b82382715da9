"""Signing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.records import SESSIONS
from functions.portal.sign_out import SignOut, sign_out
from shared.cookies import REFRESH
from tests.portal.accounts import NIP, refreshed, sign_in_as
from tests.portal.issuer import Traveller, open_to

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.oidc.liar import Liar

pytestmark = pytest.mark.usefixtures("aditya")


def test_who_signs_out_ends_their_session_and_forgets_its_cookie(desk: Desk) -> None:
    answer, _ = sign_in_as(desk)
    person = desk.identity.actor(answer.access_token, desk.clock.now())

    response = desk.request(sign_out, json_body={}, token=answer.access_token)

    assert (response.status_code, response.get_json()) == (200, {"issuer_name": None, "issuer_sign_out_url": None})
    assert response.headers["Set-Cookie"].startswith(f"{REFRESH.name}=; ")
    assert "Max-Age=0" in response.headers["Set-Cookie"]
    session = desk.found(SESSIONS, person.session_id)
    assert session is not None
    assert session.ended


def test_signing_out_twice_is_no_error(desk: Desk) -> None:
    answer, _ = sign_in_as(desk)
    person = desk.identity.actor(answer.access_token, desk.clock.now())
    for _ in range(2):
        _, call = desk.exchange(sign_out, SignOut(), by=person)
        assert call.new_cookies == {REFRESH: None}


def test_the_same_persons_other_browser_stays_signed_in(desk: Desk) -> None:
    phone, _ = sign_in_as(desk)
    _, desktop = sign_in_as(desk)
    desk.call(sign_out, SignOut(), by=desk.identity.actor(phone.access_token, desk.clock.now()))

    assert refreshed(desk, desktop)


@pytest.mark.parametrize("end", ["/end", None])
def test_who_came_from_an_issuer_learns_that_they_may_still_be_signed_in_there(
    desk: Desk, issuer: Liar, end: str | None
) -> None:
    issuer.published = {"end_session_endpoint": end and f"{issuer.url}{end}"}
    open_to(desk, issuer)
    answer, _ = Traveller(desk).sign_in(issuer, nip=NIP)
    person = desk.identity.actor(answer.access_token, desk.clock.now())
    issuer.is_down = True  # it isn't asked

    signed_out = desk.call(sign_out, SignOut(), by=person)

    assert signed_out.issuer_name == "SSO contoh"
    returning = "client_id=trowulan&post_logout_redirect_uri=https%3A%2F%2Ftrowulan.example%2Fmasuk"
    assert signed_out.issuer_sign_out_url == (f"{issuer.url}/end?{returning}" if end else None)


def test_who_is_not_signed_in_has_nothing_to_end(desk: Desk) -> None:
    response = desk.request(sign_out, json_body={})
    assert (response.status_code, response.get_json()["type"]) == (401, "/problems/not-signed-in")
    assert response.headers["WWW-Authenticate"] == "Bearer"
