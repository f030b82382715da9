"""Giving a naskah up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.cancel_naskah import NaskahGivenUp, NaskahToCancel, cancel_naskah
from functions.eoffice.domain.naskah import NaskahCancelled, NotDrafter

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.drafting_room import DraftingRoom


def cancel(drafting: DraftingRoom, naskah_id: str, by: Actor | None = None) -> NaskahGivenUp:
    which = NaskahToCancel(naskah_id, "Acara ditunda")
    given_up: NaskahGivenUp = drafting.desk.call(cancel_naskah, which, by=by or drafting.staff)
    drafting.desk.deliver()
    return given_up


def test_those_who_have_it_are_asked_no_more_and_it_goes_no_further(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    assert not cancel(drafting, naskah_id).already
    assert cancel(drafting, naskah_id).already
    assert drafting.waiting(drafting.field) == []
    with pytest.raises(NaskahCancelled, match="Acara ditunda"):
        drafting.approve(naskah_id, drafting.field)
    with pytest.raises(NaskahCancelled):
        drafting.submit(naskah_id)


def test_only_who_drafts_it_gives_it_up(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    with pytest.raises(NotDrafter):
        cancel(drafting, naskah_id, by=drafting.field)
