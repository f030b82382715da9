"""A decision of a meeting as its owner's task: told of, carried out, taken back, reminded of, listed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.decision import (
    DecisionState,
    ReportedState,
)
from shared.directory.model import APPOINTMENTS
from shared.refusals import InvalidField, RecordMissing
from shared.rules.appointment import Appointment, AppointmentKind
from tests.desk import MORNING
from tests.eagenda.deciding import shown
from tests.eagenda.minuting import Minutes, decided

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    """Return a final notulen by which Aditya's post is to do something by the fourth of December."""
    minutes = Minutes(desk)
    minutes.final(decided(minutes.aditya))
    return minutes


def test_it_is_under_way_and_then_done_with_a_note(minutes: Minutes) -> None:
    assert minutes.report(ReportedState.UNDER_WAY, "Menunggu data Bappeda").state is DecisionState.UNDER_WAY
    assert minutes.report(ReportedState.UNDER_WAY, "Menunggu data Bappeda").already
    assert minutes.waits_for(minutes.aditya) == ["decision"]
    with pytest.raises(InvalidField):
        minutes.report(ReportedState.DONE)
    minutes.report(ReportedState.DONE, "Peta rencana terkirim")

    assert minutes.waits_for(minutes.aditya) == []
    page = shown(minutes, minutes.dewi)
    assert [it.note for it in page.decision.reports] == ["Peta rencana terkirim", "Menunggu data Bappeda"]
    assert (page.may_report, page.may_cancel) == (False, True)


def test_what_was_called_done_too_early_waits_again(minutes: Minutes) -> None:
    minutes.report(ReportedState.DONE, "Selesai")
    minutes.report(ReportedState.UNDER_WAY, "Ternyata belum lengkap")
    assert minutes.waits_for(minutes.aditya) == ["decision"]
    assert minutes.decision().is_open


def test_a_post_hands_it_on_to_its_next_holder(minutes: Minutes) -> None:
    desk, today = minutes.desk, minutes.desk.clock.now().date()
    desk.employee("Sari", organisation="bapenda")
    began = MORNING.date() - timedelta(days=365)
    desk.given(APPOINTMENTS, Appointment("post-aditya", "p-aditya", AppointmentKind.DEFINITIF, began, today))
    desk.given(APPOINTMENTS, Appointment("post-aditya", "p-sari", AppointmentKind.DEFINITIF, today + timedelta(days=1)))
    desk.clock.pass_(days=1)
    sari = desk.signed_in("p-sari", position_id="post-aditya")
    assert minutes.waits_for(sari) == ["decision"]
    assert minutes.waits_for(desk.signed_in("p-aditya")) == []
    with pytest.raises(RecordMissing):
        minutes.report(ReportedState.DONE, "Selesai", by=desk.signed_in("p-aditya"))
    assert minutes.report(ReportedState.DONE, "Selesai", by=sari).state is DecisionState.DONE


def test_what_is_given_to_a_person_stays_theirs(desk: Desk) -> None:
    minutes = Minutes(desk)
    minutes.final(decided(minutes.aditya, as_post=False))
    owner = minutes.decision().owner
    assert (owner.person_id, owner.position_id, owner.words) == ("p-aditya", "", "Aditya")
    assert minutes.waits_for(minutes.aditya) == ["decision"]
