"""Finding whoever may come in one's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.find_deputies import DeputySearch, find_deputies
from shared.directory.model import PERSON_CARDS, Person
from shared.directory.people import card_of
from shared.permissions import Permission
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


def found(meeting: Meeting, text: str, by: Actor | None = None) -> list[str]:
    search = DeputySearch(meeting.id, text)
    return [it.name for it in meeting.desk.call(find_deputies, search, by=by or meeting.guest).items]


def staff(desk: Desk, name: str, office: str) -> None:
    desk.employee(name, Permission.ATTEND, organisation=office)
    desk.given(PERSON_CARDS, card_of(Person(f"p-{name.lower()}", name), f"Jabatan {name}", office, office))


def test_somebody_invited_finds_people_of_their_own_office_alone(desk: Desk, meeting: Meeting) -> None:
    desk.organisation("uptd-pajak", "bapenda")
    for name, office in (("Sinta", "bapenda"), ("Sita", "uptd-pajak"), ("Siska", "dinsos")):
        staff(desk, name, office)
    assert found(meeting, "si") == ["Sinta", "Sita"]
    assert found(meeting, "siska") == []


def test_nobody_finds_themselves(desk: Desk, meeting: Meeting) -> None:
    staff(desk, "Aditya", "bapenda")
    assert found(meeting, "aditya") == []


def test_who_is_not_invited_finds_nobody(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(RecordMissing):
        found(meeting, "si", by=stranger)
