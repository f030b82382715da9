"""A certificate as a paper, and as its code tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.sertifikat import (
    Subject,
)
from tests.eagenda.certifying import Bimtek, words

if TYPE_CHECKING:
    from tests.desk import Desk


def test_a_copy_is_checked_by_its_code_and_tells_the_name(bimtek: Bimtek) -> None:
    bimtek.issue()
    [own] = bimtek.own(bimtek.aditya).items
    page = bimtek.verified(own.code)
    assert "Naskah sah" in page
    assert "Aditya" in page
    assert "800.2.4/1.0001/416-114/2026" in page
    assert "199409222019031903" not in page


def test_a_title_with_markup_is_printed_as_it_was_typed(desk: Desk) -> None:
    bimtek = Bimtek(desk, title="Bimtek #emph[x] *y* $z$ @a <b> \\")
    bimtek.close()
    bimtek.issue(None, "p-tini", Subject("#import *materi* _satu_", 1))
    text = words(bimtek.printed(bimtek.aditya))
    assert "Bimtek #emph[x] *y* $z$ @a <b> \\" in text
    assert "#import *materi* _satu_" in text
