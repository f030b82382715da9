"""What an office's meetings decided."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.decision import (
    DecisionState,
    ReportedState,
)
from functions.eagenda.list_decisions import WhichOf
from tests.eagenda.meeting import ALL
from tests.eagenda.minuting import BUDGET, Minutes, decided

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    """Return a final notulen by which Aditya's post is to do something by the fourth of December."""
    minutes = Minutes(desk)
    minutes.final(decided(minutes.aditya))
    return minutes


def test_the_office_lists_what_waits_what_is_late_and_what_is_over(desk: Desk) -> None:
    minutes = Minutes(desk)
    minutes.final(decided(minutes.aditya), decided(minutes.budi, BUDGET, due_on=date(2026, 12, 11)))
    desk.clock.set(datetime(2026, 12, 7, 3, tzinfo=UTC))
    dewi, boss = minutes.dewi, desk.employee("Gatot", *ALL, organisation="setda")

    page = minutes.listed(dewi)
    assert [(str(it.due_on), it.is_overdue) for it in page.items] == [("2026-12-04", True), ("2026-12-11", False)]
    assert page.overdue_count == 1
    assert [it.owner for it in minutes.listed(dewi, WhichOf.OVERDUE).items] == ["Jabatan Aditya, Dinas Bapenda"]
    assert len(minutes.listed(boss, agenda_id=minutes.id).items) == 2
    assert minutes.listed(boss).items == ()
    stranger = desk.employee("Rina", *ALL, organisation="dinsos")
    assert minutes.listed(stranger).items == minutes.listed(stranger, agenda_id=minutes.id).items == ()

    minutes.report(ReportedState.DONE, "Selesai")
    minutes.cancel(row=BUDGET)
    assert minutes.listed(dewi).items == ()
    assert [it.state for it in minutes.listed(dewi, WhichOf.DONE).items] == [DecisionState.DONE]
    assert [it.state for it in minutes.listed(dewi, WhichOf.CANCELLED).items] == [DecisionState.CANCELLED]
    assert len(minutes.listed(dewi, agenda_id=minutes.id).items) == 2
