"""Recording that an invited guest is present."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver
from functions.eagenda.domain.guest import GuestListFull, TooManyGuests
from functions.eagenda.domain.invited_guest import GuestLinkEnded
from functions.eagenda.domain.presented_code import CodeExpired
from functions.eagenda.record_invited_guest import record_invited_guest
from tests.eagenda.guests_by_mail import RATNA, come, invite, only, token
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.mark.usefixtures("away")
def test_a_guest_who_scans_again_or_on_two_phones_at_once_is_one_guest(meeting: Meeting) -> None:
    invite(meeting)
    link, code = token(meeting), meeting.code()
    with ThreadPoolExecutor(3) as phones:
        came = list(phones.map(lambda _: come(meeting, link, code), range(3)))
    assert len({it.attended_at for it in came}) == 1
    [guest] = meeting.guests()
    assert (guest.id, guest.name, guest.institution) == (only(meeting).id, RATNA.name, RATNA.institution)
    assert only(meeting).attended_at == guest.at
    assert come(meeting, link).already


@pytest.mark.usefixtures("away")
def test_the_letters_do_too_and_whoever_walks_in_is_another_guest(meeting: Meeting) -> None:
    invite(meeting)
    meeting.write_down("Ratna Wijaya")
    came = come(meeting, token(meeting), meeting.short_code().lower())
    assert (came.name, came.place, came.already) == (RATNA.name, "Aula Majapahit", False)
    assert len(meeting.guests()) == 2


@pytest.mark.usefixtures("away")
def test_a_code_that_is_not_on_the_screen_is_refused_and_kept(meeting: Meeting) -> None:
    invite(meeting)
    old = meeting.code(meeting.desk.clock.now() - timedelta(minutes=5))
    for code in (old, "ABCDEF"):
        with pytest.raises(CodeExpired):
            come(meeting, token(meeting), code)
    assert meeting.refused() == ["code-expired"] * 2
    assert only(meeting).attended_at is None


@pytest.mark.usefixtures("away")
def test_before_after_or_cancelled_nobody_is_recorded(desk: Desk) -> None:
    meeting = Meeting(desk, starts_at=desk.clock.now() + timedelta(hours=3))
    invite(meeting)
    link = token(meeting)
    with pytest.raises(AttendanceNotOpen):
        come(meeting, link)
    desk.clock.set(meeting.ends_at)
    with pytest.raises(AttendanceOver):
        come(meeting, link)
    desk.clock.set(meeting.opens_at)
    meeting.cancel()
    with pytest.raises(AgendaIsCancelled):
        come(meeting, link)
    with pytest.raises(GuestLinkEnded):
        come(meeting, "x")


def test_a_full_list_and_a_flood_hold_invited_guests_too() -> None:
    # As of any guest: `test_record_guest` reaches both.
    assert {GuestListFull, TooManyGuests} <= set(record_invited_guest.declaration.refuses)  # type: ignore[attr-defined]
