"""Taking a naskah back from its checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.domain.naskah import NaskahState, NotDrafter
from functions.eoffice.naskah import WhichNaskah
from functions.eoffice.take_back_naskah import take_back_naskah

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def test_who_drafts_it_goes_on_and_the_checkers_are_asked_no_more(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.approve(naskah_id, drafting.field)
    assert not drafting.desk.call(take_back_naskah, WhichNaskah(naskah_id), by=drafting.staff).already
    assert drafting.desk.call(take_back_naskah, WhichNaskah(naskah_id), by=drafting.staff).already
    drafting.desk.deliver()
    assert drafting.waiting(drafting.secretary) == drafting.waiting(drafting.staff) == []
    assert drafting.naskah(naskah_id).state is NaskahState.DRAFTED
    assert drafting.submit(naskah_id).held_by == ("Jabatan kabid",)


def test_a_checker_does_not_take_it_back(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    with pytest.raises(NotDrafter):
        drafting.desk.call(take_back_naskah, WhichNaskah(naskah_id), by=drafting.field)
