"""The person that the portal's tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.permissions import Permission
from tests.oidc.liar import Liar, serving_liar
from tests.portal.accounts import EMAIL, NIP, open_account

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def aditya(desk: Desk) -> Actor:
    """Return somebody who signs in by NIP or e-mail."""
    person = desk.employee("Aditya", Permission.ATTEND, organisation="bapenda", nip=NIP)
    open_account(desk, person, NIP, EMAIL)
    return person


@pytest.fixture
def issuer() -> Iterator[Liar]:
    """Return an issuer that says what a test lets it say."""
    with serving_liar() as liar:
        yield liar
