"""Changing one's own password."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.portal.change_password import PasswordChanged, PasswordToChange, change_password
from functions.portal.domain.password import PasswordTooWeak
from functions.portal.domain.session import SessionEnded
from functions.portal.domain.sign_in import LockedOut, WrongCredentials, WrongPassword
from shared.values import Secret
from tests.portal.accounts import NIP, PASSWORD, refreshed, sign_in_as

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

NEW = "beras sapu bulan genteng"
COMPOSED, DECOMPOSED = "caf\u00e9 di tepi sawah", "cafe\u0301 di tepi sawah"  # one text to a reader


def change(desk: Desk, by: Actor, current: str = PASSWORD, new: str = NEW) -> PasswordChanged:
    answer: PasswordChanged = desk.call(change_password, PasswordToChange(Secret(current), Secret(new)), by=by)
    return answer


def test_from_then_on_only_the_new_one_signs_in(desk: Desk, aditya: Actor) -> None:
    assert change(desk, aditya).signed_out == 0

    with pytest.raises(WrongCredentials):
        sign_in_as(desk)
    assert sign_in_as(desk, password=NEW)[0].person.id == aditya.id


def test_the_other_browsers_are_signed_out_and_this_one_stays(desk: Desk, aditya: Actor) -> None:
    here, cookie = sign_in_as(desk)
    _, elsewhere = sign_in_as(desk)
    person = desk.identity.actor(here.access_token, desk.clock.now())

    assert change(desk, person).signed_out == 1

    assert refreshed(desk, cookie)[0].person.id == aditya.id
    with pytest.raises(SessionEnded):
        refreshed(desk, elsewhere)


def test_a_wrong_password_changes_nothing_is_counted_and_locks(desk: Desk, aditya: Actor) -> None:
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongPassword) as refusal:
            change(desk, aditya, "bukan-sandinya")
        assert refusal.value.facts["attempts_left"] == left
    for current in ("bukan-sandinya", PASSWORD):
        with pytest.raises(LockedOut):
            change(desk, aditya, current)
    assert sign_in_as(desk)[0].person.id == aditya.id

    desk.clock.pass_(seconds=30)
    assert change(desk, aditya).signed_out == 1


def test_who_has_no_password_cannot_change_it(desk: Desk) -> None:
    with pytest.raises(WrongPassword):
        change(desk, desk.employee("Rina"))


def test_a_weak_one_is_refused_before_the_old_one_is_looked_at(desk: Desk, aditya: Actor) -> None:
    response = desk.request(
        change_password,
        json_body={"current": "bukan-sandinya", "new": "pendek"},
        token=desk.identity.access_token(aditya.id, "session", desk.clock.now()).text,
    )
    assert (response.status_code, response.get_json()["type"]) == (422, "/problems/password-too-weak")
    with pytest.raises(PasswordTooWeak, match="paling banyak"):
        change(desk, aditya, new="kata " * 10_000)


def test_a_password_with_letters_composed_otherwise_is_the_same(desk: Desk, aditya: Actor) -> None:
    change(desk, aditya, new=COMPOSED)
    assert sign_in_as(desk, password=DECOMPOSED)[0].person.id == aditya.id


def test_of_two_changes_at_once_one_wins(desk: Desk, aditya: Actor) -> None:
    texts = ["sandi pertama yang panjang", "sandi kedua yang panjang"]

    def one(new: str) -> str | None:
        try:
            change(desk, aditya, new=new)
        except WrongPassword:
            return None
        return new

    with ThreadPoolExecutor(2) as pool:
        (won,) = filter(None, pool.map(one, texts))

    assert sign_in_as(desk, NIP, won)[0].person.id == aditya.id


def test_neither_password_is_in_the_journal(desk: Desk, aditya: Actor) -> None:
    change(desk, aditya)
    written = "".join(map(str, desk.journal()))
    assert "change_password" in written
    assert PASSWORD not in written
    assert NEW not in written


def test_the_journal_keeps_no_hash_of_what_was_typed(desk: Desk, aditya: Actor) -> None:
    with pytest.raises(WrongPassword):
        desk.call(change_password, PasswordToChange(Secret("not the password"), Secret(NEW)), by=aditya)
    assert [row.body_hash for row in desk.journal() if row.operation == "portal_change_password"] == [""]
