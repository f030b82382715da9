"""Adding, moving and taking away the sittings of an agenda."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.arranging import PlannedSitting, SittingAttended
from functions.eagenda.domain.change import held_at
from shared.refusals import InvalidField
from tests.eagenda.meeting import as_planned
from tests.eagenda.sessions import HOUR, bimtek
from tests.phone import Phone

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return bimtek(desk)


def test_the_organiser_adds_edits_and_removes_sittings(meeting: Meeting) -> None:
    first, second = (as_planned(it) for it in meeting.agenda().sittings)
    added = PlannedSitting("Penutup", meeting.ends_at - HOUR / 6, meeting.ends_at)

    meeting.edit(
        sittings=(replace(first, title="Pembukaan"), replace(second, closes_at=None, ends_at=added.starts_at), added),
        reason="Ada penutup",
    )
    titles = [(it.title, it.id) for it in meeting.agenda().sittings]
    assert titles[:2] == [("Pembukaan", first.id), ("Praktik", second.id)]
    assert titles[2][1] not in {"", first.id, second.id}

    meeting.edit(sittings=(as_planned(meeting.agenda().sittings[0]),), reason="Dipersingkat")
    assert [it.title for it in meeting.agenda().sittings] == ["Pembukaan"]
    assert len(held_at(meeting.agenda(), meeting.opens_at - HOUR).sittings) == 2
    meeting.edit(sittings=(), reason="Tanpa sesi", opens_at=None, closes_at=None)
    assert meeting.agenda().sittings == ()


def test_sittings_that_move_are_a_move_with_a_reason_and_a_new_title_is_none(meeting: Meeting) -> None:
    first, second = (as_planned(it) for it in meeting.agenda().sittings)
    assert meeting.edit(sittings=(replace(first, title="Pembukaan"), second)).told_count == 0
    earlier = replace(second, starts_at=second.starts_at - HOUR / 6, opens_at=None)
    with pytest.raises(InvalidField, match="alasan"):
        meeting.edit(sittings=(first, earlier))
    assert meeting.edit(sittings=(first, earlier), reason="Narasumber datang lebih awal").told_count == 1


def test_a_sitting_that_somebody_attended_stays(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    first, second = (as_planned(it) for it in meeting.agenda().sittings)
    with pytest.raises(SittingAttended, match="Materi"):
        meeting.edit(sittings=(second,), reason="Ditiadakan")
    assert not meeting.edit(sittings=(first,), reason="Praktik ditiadakan").already


def test_a_sitting_stays_in_which_a_guest_was_or_a_kept_scan_waits(desk: Desk) -> None:
    meeting = bimtek(desk, admit_guests=True)
    second = as_planned(meeting.agenda().sittings[1])
    meeting.write_down()
    with pytest.raises(SittingAttended):
        meeting.edit(sittings=(second,), reason="Ditiadakan")

    meeting = bimtek(desk)
    second, phone = as_planned(meeting.agenda().sittings[1]), Phone(desk, meeting.guest)
    phone.enrol()
    phone.send(phone.keep(meeting.id, meeting.code(), desk.clock.now()))
    with pytest.raises(SittingAttended):
        meeting.edit(sittings=(second,), reason="Ditiadakan")


def test_what_people_attended_as_a_whole_is_not_divided_any_more(desk: Desk) -> None:
    meeting = bimtek(desk)
    meeting.edit(sittings=(), reason="Tanpa sesi", opens_at=None, closes_at=None)
    meeting.scan(meeting.guest)
    with pytest.raises(SittingAttended, match="tidak terbagi dalam sesi"):
        meeting.edit(
            sittings=(PlannedSitting("Materi", meeting.starts_at, meeting.ends_at),),
            opens_at=None,
            closes_at=None,
            reason="x",
        )
