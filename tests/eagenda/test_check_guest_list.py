"""Checking a pasted list of guests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.check_guest_list import CheckedGuestList, PastedGuests, check_guest_list
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.guest_list import GuestRowState
from shared.directory.model import PERSON_NUMBERS, PERSONS, Person
from shared.directory.numbers import numbers_of
from shared.refusals import RecordMissing
from tests.eagenda.guests_by_mail import RATNA, invite

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting


def check(meeting: Meeting, text: str, by: Actor | None = None) -> CheckedGuestList:
    pasted = PastedGuests(meeting.id, text)
    answer: CheckedGuestList = meeting.desk.call(check_guest_list, pasted, by=by or meeting.organiser)
    return answer


@pytest.mark.usefixtures("away")
def test_every_row_says_whom_it_names_or_what_is_wrong(meeting: Meeting) -> None:
    budi = Person("p-budi", "Budi", email="budi@mojokertokab.example")
    meeting.desk.given(PERSONS, budi)
    meeting.desk.given(PERSON_NUMBERS, *numbers_of(budi))
    invite(meeting)
    rows = check(
        meeting,
        "Nama;Instansi;Surel\n"
        "Hadi;Unim;Hadi@unim.example\n"
        "Hadi lagi;Unim;hadi@unim.example\n"
        f"Ratna;Angin;{RATNA.email}\n"
        "Budi;Dinas;budi@mojokertokab.example\n"
        "Nur;Unim;nur@unim\n",
    ).rows
    wrong = GuestRowState.WRONG
    assert [it.state for it in rows] == [
        GuestRowState.READY,
        GuestRowState.REPEATED,
        GuestRowState.INVITED,
        wrong,
        wrong,
    ]
    assert (rows[0].name, rows[0].email, rows[0].reason) == ("Hadi", "hadi@unim.example", "")
    assert rows[1].reason == "Alamat surelnya sama dengan baris 1."
    assert "Budi" not in rows[3].reason


def test_only_who_runs_the_meeting_checks(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    with pytest.raises(NotOrganiser):
        check(meeting, "x", superior)
    with pytest.raises(RecordMissing):
        check(meeting, "x", stranger)
