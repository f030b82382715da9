"""Proving once more who is signed in, at the issuer: for those who have no password here."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.portal.domain.issuer_sign_in import (
    IssuerSilent,
    NoIssuer,
    NotProvedAnew,
    ProvedByAnother,
    SignInNotBegun,
    SignInNotConfirmed,
)
from shared.accounts.login import LOGINS, Login
from shared.accounts.proof import PROOFS
from tests.portal.accounts import NIP
from tests.portal.issuer import Traveller, open_to

if TYPE_CHECKING:
    from functions.portal.proved import ProvedAgain
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.oidc.liar import Liar


@pytest.fixture
def traveller(desk: Desk, issuer: Liar) -> Traveller:
    open_to(desk, issuer)
    return Traveller(desk)


def prove(traveller: Traveller, issuer: Liar, by: Actor, *, nip: str = NIP, **claims: Any) -> ProvedAgain:  # noqa: ANN401 -- whatever a test changes
    """Go and come back; by default the issuer has had the person sign in again."""
    asked, now = traveller.leave(anew=True), traveller.desk.clock.now()
    told = {"nonce": asked["nonce"], "nip": nip, "auth_time": int(now.timestamp()), **claims}
    issuer.gives(issuer.id_token(now, **told))
    return traveller.prove(by, state=asked["state"])


def test_the_issuer_is_asked_to_have_them_sign_in_again(traveller: Traveller) -> None:
    asked = traveller.leave(anew=True)
    assert (asked["prompt"], asked["max_age"]) == ("login", "0")
    assert "prompt" not in traveller.leave()


def test_who_has_just_signed_in_there_again_has_proved_themselves_here(
    desk: Desk, issuer: Liar, traveller: Traveller, aditya: Actor
) -> None:
    answer = prove(traveller, issuer, aditya)
    assert answer.until == desk.clock.now() + timedelta(minutes=5)
    proof = desk.found(PROOFS, aditya.session_id)
    assert proof is not None
    assert (proof.person_id, proof.proved_at) == (aditya.id, desk.clock.now())


@pytest.mark.parametrize("ago", [31, 600, None, "now", True, 10**12])
def test_an_issuer_that_asked_for_nothing_anew_proves_nothing(
    desk: Desk, issuer: Liar, traveller: Traveller, aditya: Actor, ago: object
) -> None:
    now = int(desk.clock.now().timestamp())
    told = now - ago if isinstance(ago, int) and not isinstance(ago, bool) and ago < 1000 else ago
    with pytest.raises(NotProvedAnew, match="administrator OPD"):
        prove(traveller, issuer, aditya, auth_time=told)
    assert desk.found(PROOFS, aditya.session_id) is None


def test_another_person_at_the_issuer_proves_nothing(
    desk: Desk, issuer: Liar, traveller: Traveller, aditya: Actor
) -> None:
    sari = desk.employee("Sari")
    desk.given(LOGINS, Login("198001012005012001", sari.id))
    for nip in ("198001012005012001", "199901012024011001"):
        with pytest.raises(ProvedByAnother, match="Aditya"):
            prove(traveller, issuer, aditya, nip=nip)
    assert desk.found(PROOFS, aditya.session_id) is None


def test_a_way_back_that_is_not_this_browsers_or_is_not_confirmed_proves_nothing(
    desk: Desk, issuer: Liar, traveller: Traveller, aditya: Actor
) -> None:
    stolen = Traveller(desk).leave(anew=True)["state"]
    with pytest.raises(SignInNotBegun):
        traveller.prove(aditya, state=stolen)
    asked = traveller.leave(anew=True)
    with pytest.raises(SignInNotConfirmed):
        traveller.prove(aditya, state=asked["state"])
    issuer.lie = lambda _: (500, {})
    with pytest.raises(IssuerSilent):
        traveller.prove(aditya, state=asked["state"])
    assert desk.found(PROOFS, aditya.session_id) is None


def test_where_there_is_no_issuer_the_password_proves(desk: Desk, aditya: Actor) -> None:
    with pytest.raises(NoIssuer):
        Traveller(desk).prove(aditya, state="1.2.3")
