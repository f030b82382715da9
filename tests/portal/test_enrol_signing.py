"""Making one's electronic certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.enrol_signing import SigningToEnrol, enrol_signing
from functions.portal.own_enrolment import SigningElsewhere
from functions.portal.show_signing import show_signing
from shared.ports.signer import SignerState
from shared.rules.passphrase import PassphraseTooWeak
from shared.values import Secret

if TYPE_CHECKING:
    from tests.desk import Desk


def test_whoever_chooses_a_passphrase_can_sign_from_then_on(desk: Desk) -> None:
    dewi = desk.employee("Dewi")
    assert desk.call(show_signing, by=dewi).state is SignerState.NOT_ENROLLED
    enrolled = desk.call(enrol_signing, SigningToEnrol(Secret("kunci saya sendiri")), by=dewi)
    shown = desk.call(show_signing, by=dewi)
    assert (shown.state, shown.is_own, shown.ends_at) == (SignerState.ACTIVE, True, enrolled.ends_at)


def test_a_short_passphrase_makes_none(desk: Desk) -> None:
    dewi = desk.employee("Dewi")
    with pytest.raises(PassphraseTooWeak):
        desk.call(enrol_signing, SigningToEnrol(Secret("pendek")), by=dewi)
    assert desk.call(show_signing, by=dewi).state is SignerState.NOT_ENROLLED


def test_where_a_provider_makes_certificates_none_is_made_here(desk: Desk) -> None:
    dewi = desk.employee("Dewi")
    desk.enrolment = None
    with pytest.raises(SigningElsewhere, match="BSrE"):
        desk.call(enrol_signing, SigningToEnrol(Secret("kunci saya sendiri")), by=dewi)
    assert not desk.call(show_signing, by=dewi).is_own
