"""Whether one can sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.enrol_signing import SigningToEnrol, enrol_signing
from functions.portal.show_signing import show_signing
from shared.ports.signer import SignerState
from shared.values import Secret

if TYPE_CHECKING:
    from tests.desk import Desk


def test_each_is_shown_their_own_certificate_and_when_it_has_ended(desk: Desk) -> None:
    dewi, budi = desk.employee("Dewi"), desk.employee("Budi")
    desk.call(enrol_signing, SigningToEnrol(Secret("kunci saya sendiri")), by=dewi)
    assert desk.call(show_signing, by=budi).state is SignerState.NOT_ENROLLED
    desk.clock.pass_(days=900)
    assert desk.call(show_signing, by=desk.signed_in("p-dewi", "later")).state is SignerState.EXPIRED
