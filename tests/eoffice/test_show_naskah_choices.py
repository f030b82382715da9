"""Who may check and sign a naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.naskah import WhichNaskah
from functions.eoffice.show_naskah_choices import show_naskah_choices
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def test_the_posts_of_the_office_come_first_each_with_its_holder(drafting: DraftingRoom) -> None:
    naskah_id = drafting.start()
    posts = drafting.desk.call(show_naskah_choices, WhichNaskah(naskah_id), by=drafting.staff).posts
    assert [(it.position_id, it.holder) for it in posts][:2] == [("kadis", "Nurul"), ("sekdis", "Siti")]
    assert "kaban" not in {it.position_id for it in posts}


def test_of_the_naskah_of_another_nothing_is_told(drafting: DraftingRoom) -> None:
    with pytest.raises(RecordMissing):
        drafting.desk.call(show_naskah_choices, WhichNaskah(drafting.start()), by=drafting.head)
