"""Listing naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.naskah import NaskahState
from functions.eoffice.list_naskah import ListedNaskah, ListOfNaskah, list_naskah

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.drafting_room import DraftingRoom


def listed(drafting: DraftingRoom, by: Actor, state: NaskahState | None = None) -> list[ListedNaskah]:
    return list(drafting.desk.call(list_naskah, ListOfNaskah(state), by=by).items)


def test_each_lists_what_they_draft_and_what_lies_or_lay_before_them(drafting: DraftingRoom) -> None:
    first, second = drafting.submitted(), drafting.drafted(hal="Kedua")
    assert {it.id for it in listed(drafting, drafting.staff)} == {first, second}
    assert [it.held_by for it in listed(drafting, drafting.field)] == [("Jabatan kabid",)]
    assert listed(drafting, drafting.head) == []
    drafting.approve(first, drafting.field)
    assert [it.held_by for it in listed(drafting, drafting.field)] == [("Jabatan sekdis",)]
    assert [it.title for it in listed(drafting, drafting.staff, NaskahState.DRAFTED)] == ["Kedua"]


def test_of_a_secret_one_a_list_says_its_kind_alone(drafting: DraftingRoom) -> None:
    drafting.submitted(sifat=Sifat.RAHASIA)
    assert [it.title for it in listed(drafting, drafting.field)] == ["Surat dinas rahasia"]
