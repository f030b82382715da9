"""Proving once more who is signed in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.sign_in import LockedOut, WrongPassword
from functions.portal.prove_again import PasswordAgain, prove_again
from shared.accounts.proof import PROOFS
from shared.values import Secret
from tests.portal.accounts import PASSWORD

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def prove(desk: Desk, by: Actor, password: str = PASSWORD) -> None:
    answer = desk.call(prove_again, PasswordAgain(Secret(password)), by=by)
    assert answer.until == desk.clock.now() + timedelta(minutes=5)


def test_the_moment_is_kept_for_this_session_alone(desk: Desk, aditya: Actor) -> None:
    prove(desk, aditya)
    proof = desk.found(PROOFS, aditya.session_id)
    assert proof is not None
    assert (proof.person_id, proof.proved_at) == (aditya.id, desk.clock.now())
    assert desk.found(PROOFS, "another-session") is None


def test_a_wrong_password_proves_nothing_is_counted_and_locks(desk: Desk, aditya: Actor) -> None:
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongPassword) as refusal:
            prove(desk, aditya, "bukan-sandinya")
        assert refusal.value.facts["attempts_left"] == left
    for password in ("bukan-sandinya", PASSWORD):
        with pytest.raises(LockedOut):
            prove(desk, aditya, password)
    assert desk.found(PROOFS, aditya.session_id) is None

    desk.clock.pass_(seconds=30)
    prove(desk, aditya)


def test_the_password_is_not_in_the_journal(desk: Desk, aditya: Actor) -> None:
    prove(desk, aditya)
    written = "".join(map(str, desk.journal()))
    assert "prove_again" in written
    assert PASSWORD not in written
