"""Opening a naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def test_the_chain_says_who_holds_each_post_and_where_it_stands(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.approve(naskah_id, drafting.field, "Setuju")
    chain = drafting.open(naskah_id).naskah.chain
    assert [(it.title, it.holder, it.state.value, it.by_name) for it in chain] == [
        ("Jabatan kabid", "Bayu", "approved", "Bayu"),
        ("Jabatan sekdis", "Siti", "asked", ""),
        ("Jabatan kadis", "Nurul", "waiting", ""),
    ]
    assert chain[0].note == "Setuju"


def test_whose_turn_has_not_come_and_other_offices_find_nothing(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    for other in (drafting.secretary, drafting.head, drafting.clerk, drafting.other_head, drafting.bupati):
        with pytest.raises(RecordMissing):
            drafting.open(naskah_id, by=other)


def test_whoever_has_checked_it_goes_on_reading_it(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.give_back(naskah_id, drafting.field)
    shown = drafting.open(naskah_id, by=drafting.field).naskah
    assert (shown.my_turn, shown.is_mine, shown.remark) == (None, False, "Perbaiki")
