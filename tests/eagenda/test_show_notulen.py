"""What is shown of a notulen, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.eagenda.minuting import Minutes

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    return Minutes(desk)


def test_without_being_named_anybody_the_organiser_writes_from_what_the_agenda_says(desk: Desk) -> None:
    minutes = Minutes(desk, description="Evaluasi indeks SPBE")
    shown = minutes.shown(minutes.dewi)
    assert shown.text is not None
    assert (shown.may_write, shown.may_approve, shown.version) == (True, True, 0)
    assert (shown.text.points, shown.text.opening) == ("Rapat Koordinasi SPBE", "Evaluasi indeks SPBE")
    assert minutes.write(by=minutes.dewi, version=0).version == 1


def test_a_draft_is_shown_to_who_makes_it_and_not_to_who_attended(minutes: Minutes) -> None:
    minutes.name(minutes.budi)
    minutes.write()
    shown = minutes.shown(minutes.aditya)
    assert (shown.text, shown.present, shown.remark, shown.editions) == (None, (), "", ())
    assert (shown.may_write, shown.may_name, shown.may_approve) == (False, False, False)
