"""A final notulen is filed, and its code can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.visibility import Visibility
from shared.refusals import RecordMissing
from tests.eagenda.meeting import ALL
from tests.eagenda.minuting import Minutes, verified

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    return Minutes(desk)


def test_a_copy_is_checked_by_its_code(minutes: Minutes) -> None:
    page = verified(minutes.desk, minutes.final().code)
    assert "Naskah sah" in page
    assert "Notulen ini diterbitkan" in page


def test_of_a_secret_meeting_the_page_of_the_code_tells_neither_title_nor_place(desk: Desk) -> None:
    minutes = Minutes(desk, visibility=Visibility.SECRET)
    minutes.budi = minutes.aditya
    page = verified(desk, minutes.final().code)
    assert "Agenda rahasia" in page
    assert "SPBE" not in page
    assert "Majapahit" not in page
    with pytest.raises(RecordMissing):
        minutes.printed(desk.employee("Bayu", *ALL))
