"""The recap of an office's people: a page at a time, and after the office has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.list_recapped_people import list_recapped_people
from functions.eagenda.recap_answers import WhichOfficePage
from shared.permissions import Permission
from shared.refusals import RecordMissing
from tests.directory.posts import Posts
from tests.directory.tree import Tree
from tests.eagenda.one_store import one_store
from tests.eagenda.recapping import YEAR, Bapenda

if TYPE_CHECKING:
    from tests.desk import Desk


@one_store
def test_people_come_by_name_a_page_at_a_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("functions.eagenda.list_recapped_people._PAGE", 4)
    bapenda = Bapenda(desk)
    bapenda.closed()
    first = desk.call(list_recapped_people, WhichOfficePage(YEAR), by=bapenda.heni)
    rest = desk.call(list_recapped_people, WhichOfficePage(YEAR, cursor=first.next_cursor), by=bapenda.heni)
    names = [it.name for it in (*first.items, *rest.items)]
    assert names == ["Aditya", "Bella", "Cakra", "Doni", "Eka", "Fajar", "Gita"]


@one_store
def test_who_may_not_is_told_as_if_there_were_none(desk: Desk) -> None:
    bapenda = Bapenda(desk)
    bapenda.closed()
    with pytest.raises(RecordMissing):
        bapenda.people(bapenda.bella)


def test_an_office_that_has_moved_is_shown_to_those_above_it_now(desk: Desk) -> None:
    bapenda = Bapenda(desk)
    bapenda.closed()
    lina = desk.employee("Lina", Permission.ORGANISE_AGENDA, organisation="dinsos")
    Tree(Posts(desk)).edit("bapenda", parent_id="dinsos")
    desk.deliver()
    assert "Bella" in bapenda.people(lina)
    assert bapenda.people(bapenda.gatot) == {}
    assert bapenda.office(lina).above_id == "dinsos"
