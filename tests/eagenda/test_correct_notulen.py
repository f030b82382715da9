"""A final notulen is corrected by a new edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.decision import DecisionState
from functions.eagenda.domain.notulen import (
    NotulenFinal,
    NotulenNotFinal,
    NotulenState,
)
from shared.papers import PAPERS
from tests.eagenda.minuting import BUDGET, DATA, Minutes, decided, words

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    return Minutes(desk)


def test_a_correction_makes_a_new_edition_and_the_old_paper_says_so(minutes: Minutes) -> None:
    first = minutes.final(decided(minutes.aditya), decided(minutes.budi, BUDGET))
    with pytest.raises(NotulenFinal):
        minutes.write(opening="Susulan")
    assert not minutes.correct("Penanggung jawab keliru").already
    assert minutes.correct().already
    assert minutes.printed(minutes.aditya, 1).content.startswith(b"%PDF")
    assert minutes.shown(minutes.budi).state is NotulenState.DRAFT

    second = minutes.final(decided(minutes.budi, text="Menyusun anggaran"))

    assert second.edition == 2
    old = minutes.desk.found(PAPERS, first.code)
    assert old is not None
    assert old.withdrawal is not None
    assert old.withdrawal.reason == "Diganti versi 2. Penanggung jawab keliru"
    assert "Alasan: Penanggung jawab keliru" in words(minutes.printed(minutes.aditya))
    shown = minutes.shown(minutes.aditya)
    assert [(it.number, it.reason, it.replaced_at is None) for it in shown.editions] == [
        (1, "", False),
        (2, "Penanggung jawab keliru", True),
    ]
    # What was given to another goes to them, and what is left out is taken back.
    assert (minutes.decision(DATA).text, minutes.decision(DATA).owner.person_id) == ("Menyusun anggaran", "p-budi")
    assert minutes.decision(BUDGET).state is DecisionState.CANCELLED
    assert minutes.waits_for(minutes.aditya) == []
    assert minutes.waits_for(minutes.budi) == ["decision"]


def test_what_is_not_final_is_not_corrected(minutes: Minutes) -> None:
    with pytest.raises(NotulenNotFinal):
        minutes.correct()
