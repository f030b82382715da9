"""Checking a pasted list of NIPs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.check_nip_list import CheckedNipList, NipList, check_nip_list
from functions.eagenda.domain.nip_list import NipRowState
from shared.refusals import InvalidField
from tests.eagenda.inviting import Offices
from tests.eagenda.meeting import ALL

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

BUDI, NOBODY = "198609262015051001", "199009132025242014"


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    Offices(desk).person("Budi", BUDI)
    return desk.employee("Dewi", *ALL, organisation="bapenda")


def check(desk: Desk, by: Actor, text: str) -> CheckedNipList:
    answer: CheckedNipList = desk.call(check_nip_list, NipList(text), by=by)
    return answer


def test_every_row_says_who_it_is_or_what_is_wrong(desk: Desk, dewi: Actor) -> None:
    rows = check(desk, dewi, f"\ufeffNIP\n{BUDI}\n{NOBODY}\n19860926201505100\n19860926 201505 1 001").rows

    assert [row.state for row in rows] == [
        NipRowState.FOUND,
        NipRowState.UNKNOWN,
        NipRowState.WRONG,
        NipRowState.REPEATED,
    ]
    assert rows[0].person is not None
    assert (rows[0].person.name, rows[0].person.position_title) == ("Budi", "Kepala Bidang")
    assert [row.reason for row in rows[1:]] == [
        "NIP ini tidak ada di direktori.",
        "17 angka; NIP terdiri dari 18 angka.",
        "Sama dengan baris 1.",
    ]


def test_two_wrong_rows_are_not_taken_for_one(desk: Desk, dewi: Actor) -> None:
    rows = check(desk, dewi, "19860926201505100\n19860926201505100").rows
    assert [row.state for row in rows] == [NipRowState.WRONG, NipRowState.WRONG]


def test_a_list_without_numbers_is_refused(desk: Desk, dewi: Actor) -> None:
    with pytest.raises(InvalidField):
        check(desk, dewi, "NIP")
