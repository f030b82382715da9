"""Who is shown a decision of a meeting."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.cancel_decision import DecisionToCancel, cancel_decision
from functions.eagenda.decisions import decision_id
from functions.eagenda.domain.decision import (
    NotOwner,
    ReportedState,
)
from functions.eagenda.domain.visibility import Visibility
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from tests.eagenda.deciding import kinds, shown
from tests.eagenda.meeting import ALL
from tests.eagenda.minuting import DATA, Minutes, decided
from tests.portal.notices import told
from tests.portal.tasks import listed

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    """Return a final notulen by which Aditya's post is to do something by the fourth of December."""
    minutes = Minutes(desk)
    minutes.final(decided(minutes.aditya))
    return minutes


def test_an_owner_finds_it_in_their_work_with_its_day(minutes: Minutes) -> None:
    [task] = [it for it in listed(minutes.desk, minutes.aditya).items if it.kind.value == "decision"]
    assert (task.title, task.detail) == ("Menyusun peta rencana data", "Tindak lanjut: Rapat Koordinasi SPBE")
    assert task.due == datetime(2026, 12, 4, 16, 59, tzinfo=UTC)
    assert kinds(minutes.desk, minutes.aditya) == [NoticeKind.DECISION_GIVEN]


def test_the_office_reads_it_and_its_owner_alone_tells_how_far_it_is(minutes: Minutes) -> None:
    desk = minutes.desk
    with pytest.raises(NotOwner):
        minutes.report(ReportedState.DONE, "Sudah", by=minutes.dewi)
    stranger = desk.employee("Rina", *ALL, organisation="dinsos")
    with pytest.raises(RecordMissing):
        minutes.report(ReportedState.DONE, "Sudah", by=stranger)
    with pytest.raises(RecordMissing):
        minutes.cancel(by=stranger)
    with pytest.raises(RecordMissing):
        shown(minutes, stranger)
    assert not shown(minutes, desk.employee("Gatot", *ALL, organisation="setda")).may_cancel


def test_decisions_of_a_secret_meeting_are_its_organisers_and_their_owners(desk: Desk) -> None:
    minutes = Minutes(desk, visibility=Visibility.SECRET)
    minutes.budi = minutes.aditya
    minutes.final(decided(minutes.aditya))
    bayu = desk.employee("Bayu", *ALL)
    assert minutes.listed(bayu).items == ()
    assert len(minutes.listed(minutes.dewi).items) == 1
    with pytest.raises(RecordMissing):
        desk.call(cancel_decision, DecisionToCancel(decision_id(minutes.id, DATA), 1, "Tidak perlu"), by=bayu)
    assert shown(minutes, minutes.aditya).may_report
    desk.deliver()
    [notice] = [it for it in told(desk, minutes.aditya) if it.kind is NoticeKind.DECISION_GIVEN]
    assert notice.detail == "Buka Trowulan untuk membacanya."
