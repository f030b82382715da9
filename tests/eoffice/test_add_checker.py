"""Adding a checker to a naskah on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.domain.naskah import NaskahState
from shared.refusals import InvalidField
from shared.rules.chain import NotAsked

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def test_a_checker_has_one_more_asked_after_their_own_paraf(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    added = drafting.add(naskah_id, "petugas", drafting.field)
    assert (added.title, added.held_by) == ("Jabatan petugas", ("Jabatan kabid",))
    assert drafting.approve(naskah_id, drafting.field).held_by == ("Jabatan petugas",)
    assert drafting.approve(naskah_id, drafting.clerk).held_by == ("Jabatan sekdis",)


def test_who_is_to_sign_waits_until_the_added_one_has_checked(drafting: DraftingRoom) -> None:
    naskah_id = drafting.checked()
    assert drafting.add(naskah_id, "petugas", drafting.head).held_by == ("Jabatan petugas",)
    assert drafting.waiting(drafting.head) == []
    drafting.approve(naskah_id, drafting.clerk)
    assert drafting.naskah(naskah_id).state is NaskahState.CHECKED
    assert len(drafting.waiting(drafting.head)) == 1


def test_nobody_stands_in_a_chain_twice_and_no_post_that_is_gone(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    for post in ("kabid", "kadis", "tidak-ada"):
        with pytest.raises(InvalidField):
            drafting.add(naskah_id, post, drafting.field)
    with pytest.raises(NotAsked):
        drafting.add(naskah_id, "petugas", drafting.staff)
