"""A decision is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.decision import (
    DecisionCancelled,
    DecisionDone,
    ReportedState,
)
from shared.rules.notice import NoticeKind
from tests.eagenda.deciding import kinds
from tests.eagenda.meeting import ALL
from tests.eagenda.minuting import Minutes, decided

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    """Return a final notulen by which Aditya's post is to do something by the fourth of December."""
    minutes = Minutes(desk)
    minutes.final(decided(minutes.aditya))
    return minutes


def test_the_office_takes_it_back_with_a_reason_and_the_owner_is_told(minutes: Minutes) -> None:
    assert not minutes.cancel().already
    assert minutes.cancel().already
    assert minutes.waits_for(minutes.aditya) == []
    assert kinds(minutes.desk, minutes.aditya)[0] is NoticeKind.DECISION_CANCELLED
    with pytest.raises(DecisionCancelled, match="Digabung"):
        minutes.report(ReportedState.DONE, "Selesai")


def test_what_is_done_is_not_taken_back_and_an_owner_takes_nothing_back(minutes: Minutes) -> None:
    aditya = minutes.desk.employee("Aditya", *ALL, organisation="bapenda")
    with pytest.raises(NotOrganiser):
        minutes.cancel(by=aditya)
    minutes.report(ReportedState.DONE, "Selesai")
    with pytest.raises(DecisionDone):
        minutes.cancel()
