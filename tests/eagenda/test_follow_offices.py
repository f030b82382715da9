"""Agendas follow their office to another place in the tree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.records import AGENDAS
from shared.events.directory import OfficeFollowed
from tests.directory.posts import Posts
from tests.directory.tree import Tree
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.desk import Desk

MANY = 120  # more than are brought along at once


@pytest.fixture
def tree(desk: Desk) -> Tree:
    return Tree(Posts(desk))


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return Meeting(desk)


def held_by(meeting: Meeting, number: int, *path: str) -> str:
    """Keep an agenda of an office with this path; return its id."""
    organiser = replace(meeting.agenda().organiser, organisation_id=path[0], organisation_path=path)
    agenda = replace(meeting.agenda(), id=f"agenda-{number:03}", organiser=organiser)
    meeting.desk.given(AGENDAS, agenda)
    return agenda.id


def readers(meeting: Meeting, agenda_id: str) -> set[str]:
    body = meeting.desk.records.get(AGENDAS.stored, agenda_id)
    assert body is not None
    return {token for token in body["readers"] if token.startswith("org:")}


def test_those_above_an_office_now_see_its_agendas_and_those_above_it_before_do_not(
    tree: Tree, meeting: Meeting
) -> None:
    unit = tree.add()
    moved = [held_by(meeting, number, "trowulan", "setda") for number in range(MANY)]
    below = held_by(meeting, MANY, unit, "trowulan", "setda")
    other = held_by(meeting, MANY + 1, "setda")
    version = meeting.desk.records.get(AGENDAS.stored, other)

    tree.edit("trowulan", parent_id="dinsos")
    tree.desk.deliver()

    assert {frozenset(readers(meeting, it)) for it in moved} == {frozenset({"org:trowulan", "org:dinsos"})}
    assert readers(meeting, below) == {f"org:{unit}", "org:trowulan", "org:dinsos"}
    assert meeting.desk.records.get(AGENDAS.stored, other) == version
    assert {it.collection for it in tree.desk.announced(OfficeFollowed)} == {"agendas"}


def test_a_new_name_moves_no_agenda(tree: Tree, meeting: Meeting) -> None:
    agenda = held_by(meeting, 1, "trowulan", "a-former-office")
    tree.edit("trowulan", name="Kecamatan Trowulan Raya")
    tree.desk.deliver()
    assert readers(meeting, agenda) == {"org:trowulan", "org:a-former-office"}


def test_what_has_followed_already_is_not_written_again(tree: Tree, meeting: Meeting) -> None:
    agenda = held_by(meeting, 1, "trowulan", "setda")
    tree.edit("trowulan", parent_id="dinsos")
    tree.desk.deliver()
    after = meeting.desk.records.get(AGENDAS.stored, agenda)

    tree.desk.deliver_again()
    assert meeting.desk.records.get(AGENDAS.stored, agenda) == after
