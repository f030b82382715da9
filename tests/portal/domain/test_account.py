"""What an account is like, and who reaches it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from functions.portal.domain.account import (
    Account,
    AccountState,
    PersonOfTheRegency,
    PersonOutsideYourOffice,
    require_reach,
    state_of,
)
from tests.desk import MORNING

OPEN = Account("p", code_until=MORNING + timedelta(hours=1))
OWN, BELOW, OTHER = ("bapenda", "pemkab"), ("upt", "bapenda", "pemkab"), ("dinsos", "pemkab")


@pytest.mark.parametrize(
    ("account", "has_password", "suspended", "state"),
    [
        (None, False, False, AccountState.ABSENT),
        (OPEN, False, False, AccountState.INVITED),
        (Account("p", code_until=MORNING), False, False, AccountState.ABSENT),
        (OPEN, True, False, AccountState.ACTIVE),
        (OPEN, True, True, AccountState.SUSPENDED),
    ],
)
def test_an_account_is_like_what_it_has(
    account: Account | None, *, has_password: bool, suspended: bool, state: AccountState
) -> None:
    assert state_of(account, MORNING, has_password=has_password, suspended=suspended) is state


def test_who_manages_one_office_reaches_those_who_serve_there_alone() -> None:
    require_reach("bapenda", (OWN, BELOW), manages_all=False, reaches_beyond=False)
    for paths in ((), (OTHER,), (OWN, OTHER)):
        with pytest.raises(PersonOutsideYourOffice):
            require_reach("bapenda", paths, manages_all=False, reaches_beyond=False)
        require_reach("bapenda", paths, manages_all=True, reaches_beyond=True)
    with pytest.raises(PersonOfTheRegency):
        require_reach("bapenda", (OWN,), manages_all=False, reaches_beyond=True)
