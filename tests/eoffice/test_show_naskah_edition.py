"""Opening an edition of a naskah."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.eoffice.show_naskah_edition import NaskahEditionShown, WhichNaskahEdition, show_naskah_edition
from shared.refusals import RecordMissing
from tests.eoffice.drafting_room import SAYS

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.drafting_room import DraftingRoom


def edition(drafting: DraftingRoom, naskah_id: str, number: int, by: Actor | None = None) -> NaskahEditionShown:
    """Open an edition, as the staff unless said otherwise."""
    which = WhichNaskahEdition(naskah_id, number)
    shown: NaskahEditionShown = drafting.desk.call(show_naskah_edition, which, by=by or drafting.staff)
    return shown


def test_what_lay_before_the_checkers_stays_readable_after_it_was_written_anew(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.give_back(naskah_id, drafting.field)
    drafting.write(naskah_id, replace(SAYS, hal="Hal yang diperbaiki"))
    drafting.submit(naskah_id)
    shown = [edition(drafting, naskah_id, number, drafting.field) for number in (1, 2)]
    assert [(it.says.hal, it.by_name) for it in shown] == [(SAYS.hal, "Joni"), ("Hal yang diperbaiki", "Joni")]


def test_who_may_not_read_the_naskah_finds_none_of_its_editions(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    for other in (drafting.secretary, drafting.clerk, drafting.other_head, drafting.bupati):
        with pytest.raises(RecordMissing):
            edition(drafting, naskah_id, 1, other)


def test_an_edition_that_never_was_is_missing(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    with pytest.raises(RecordMissing, match="Edisi ini tidak ada"):
        edition(drafting, naskah_id, 2)
