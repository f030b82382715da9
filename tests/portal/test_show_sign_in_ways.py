"""Which ways in the page *Masuk* offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.show_sign_in_ways import show_sign_in_ways
from tests.portal.issuer import open_to

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.oidc.liar import Liar


def test_without_an_issuer_there_are_accounts_of_this_trowulan_alone(desk: Desk) -> None:
    assert desk.request(show_sign_in_ways).get_json() == {"issuer_name": None, "awaits_set_up": False}


def test_an_issuer_is_offered_by_its_name_without_asking_it(desk: Desk, issuer: Liar) -> None:
    open_to(desk, issuer)
    issuer.is_down = True
    assert desk.request(show_sign_in_ways).get_json() == {"issuer_name": "SSO contoh", "awaits_set_up": False}
