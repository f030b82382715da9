"""Accounts as the tests of the portal need them: people who sign in from an address with a password."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from functions.portal.refresh import Refresh, refresh
from functions.portal.sign_in import Credentials, sign_in
from shared.accounts.credential import CREDENTIALS, Credential
from shared.accounts.login import LOGINS, Login
from shared.actor import guest
from shared.cookies import REFRESH
from shared.values import Secret
from tests.quick_hasher import quick_hasher

if TYPE_CHECKING:
    from functions.portal.signed_in import SignedIn
    from shared.actor import Actor
    from shared.kernel.context import Call
    from tests.desk import Desk

PASSWORD = "sawah-hijau-42"  # betterleaks:allow -- nobody has this account
OFFICE = "192.0.2.1"
NIP = "199409222019031903"
EMAIL = "aditya@bapenda.example"


def open_account(desk: Desk, person: Actor, *logins: str) -> None:
    """Let a person sign in by these names."""
    desk.given(LOGINS, *(Login(login, person.id) for login in logins))
    desk.given(CREDENTIALS, Credential(person.id, Secret(_hash())))


def sign_in_as(
    desk: Desk, login: str = NIP, password: str = PASSWORD, *, address: str = OFFICE
) -> tuple[SignedIn, Secret]:
    """Sign in from an address; return the answer and the refresh cookie."""
    answer, call = desk.exchange(sign_in, Credentials(login, Secret(password)), by=guest(address))
    return answer, refresh_cookie(call)


def refreshed(desk: Desk, cookie: Secret | None) -> tuple[SignedIn, Secret]:
    """Refresh by a cookie; return the answer and the next cookie."""
    answer, call = desk.exchange(refresh, Refresh(), by=guest(OFFICE), cookies={REFRESH: cookie} if cookie else {})
    return answer, refresh_cookie(call)


def refresh_cookie(call: Call) -> Secret:
    """Return the refresh cookie that a call has given the browser."""
    given = call.new_cookies[REFRESH]
    assert given is not None
    return given


@cache
def _hash() -> str:
    """Return the password's Argon2id hash."""
    return quick_hasher().hash(PASSWORD)
