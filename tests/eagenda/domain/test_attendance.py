"""Attendance: present is who is invited, shows a current code, and comes while attendance is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.eagenda.domain.agenda import Agenda, AgendaIsCancelled, AgendaState, cancel, close, final_sheet
from functions.eagenda.domain.attendance import (
    Attendance,
    AttendanceNotOpen,
    AttendanceOver,
    NotInvited,
    RefusedScan,
    attend,
)
from functions.eagenda.domain.codes import link_code, short_code, slot_of
from functions.eagenda.domain.invitation import invite
from functions.eagenda.domain.presented_code import CodeExpired, Method, PresentedCode
from shared.refusals import Refusal
from tests.eagenda.domain.examples import ADITYA, ELEVEN, INSTANT, SECRET, TEN, meeting

CODES = {Method.LINK: link_code, Method.SHORT_CODE: short_code}
OPEN = meeting().opens_at


def scan(
    agenda: Agenda, now: datetime, *, invited: bool = True, slots_late: int = 0, method: Method = Method.LINK
) -> Attendance:
    """Scan what the hall showed so many slots ago."""
    code = CODES[method](SECRET, agenda.id, slot_of(now) - slots_late)
    invitation = invite(agenda, ADITYA.person_id) if invited else None
    return attend(agenda, invitation, ADITYA, PresentedCode(code, method), SECRET, now)


def closed(at: datetime) -> Agenda:
    """Return the meeting with its list closed."""
    return close(meeting(), final_sheet(meeting(), "5f" * 32, "", at))


@pytest.mark.parametrize("method", CODES)
def test_an_invited_person_with_the_current_code_is_present(method: Method) -> None:
    assert scan(meeting(), TEN, method=method) == Attendance("rapat", ADITYA, TEN, method)


def test_letters_are_no_link_and_a_link_no_letters() -> None:
    invitation, slot = invite(meeting(), "p-aditya"), slot_of(TEN)
    for method, form in [(Method.LINK, short_code), (Method.SHORT_CODE, link_code)]:
        code = PresentedCode(form(SECRET, "rapat", slot), method)
        with pytest.raises(CodeExpired):
            attend(meeting(), invitation, ADITYA, code, SECRET, TEN)


def test_an_agenda_without_a_secret_accepts_no_code() -> None:
    with pytest.raises(CodeExpired):
        attend(meeting(), invite(meeting(), "p-aditya"), ADITYA, PresentedCode("", Method.LINK), None, TEN)


def test_attendance_is_taken_from_the_opening_until_before_the_closing() -> None:
    assert scan(meeting(), OPEN).at == OPEN
    assert scan(meeting(), ELEVEN - INSTANT).at == ELEVEN - INSTANT

    with pytest.raises(AttendanceNotOpen, match=r"Absensi dibuka pukul 09.30 WIB, 24 November 2026."):
        scan(meeting(), OPEN - INSTANT)
    with pytest.raises(
        AttendanceOver, match=r"Absensi ditutup pukul 11.00 WIB. Hubungi Dewi, penyelenggara agenda ini."
    ):
        scan(meeting(), ELEVEN)


def test_a_closed_list_says_when_it_was_closed() -> None:
    with pytest.raises(AttendanceOver) as refusal:
        scan(closed(TEN), TEN)
    assert refusal.value.facts["closes_at"] == TEN


@pytest.mark.parametrize("now", [OPEN - INSTANT, TEN, ELEVEN])
def test_a_cancelled_meeting_says_so_at_any_time_and_to_anybody_in_the_hall(now: datetime) -> None:
    cancelled = cancel(meeting(), "Hujan", TEN)
    for invited in (True, False):
        with pytest.raises(AgendaIsCancelled) as refusal:
            scan(cancelled, now, invited=invited)
        assert refusal.value.facts == {"reason": "Hujan"}


def test_who_is_not_invited_hears_that_before_the_hours() -> None:
    for now in (OPEN - INSTANT, TEN, ELEVEN):
        with pytest.raises(NotInvited):
            scan(meeting(), now, invited=False)


def test_whoever_cannot_show_the_code_hears_nothing_else() -> None:
    for agenda in (meeting(), closed(TEN), cancel(meeting(), "Hujan", TEN)):
        with pytest.raises(CodeExpired):
            scan(agenda, TEN, invited=False, slots_late=2)


agendas = st.sampled_from([meeting(), closed(TEN), cancel(meeting(), "Hujan", TEN)])
moments_around = st.one_of(
    st.sampled_from([OPEN - INSTANT, OPEN, ELEVEN - INSTANT, ELEVEN]),
    st.datetimes(OPEN.replace(tzinfo=None) - timedelta(hours=1), ELEVEN.replace(tzinfo=None) + timedelta(hours=1)).map(
        lambda moment: moment.replace(tzinfo=TEN.tzinfo)
    ),
)


@given(agendas, moments_around, st.booleans(), st.integers(-2, 30), st.sampled_from(sorted(CODES)))
def test_nobody_is_present_but_who_fulfils_every_condition_and_every_refusal_is_kept(
    agenda: Agenda,
    now: datetime,
    invited: bool,  # noqa: FBT001 -- drawn
    slots_late: int,
    method: Method,
) -> None:
    shows_a_current_code = slots_late in {0, 1}
    is_open = agenda.state is AgendaState.SCHEDULED and agenda.opens_at <= now < agenda.closes_at
    try:
        attendance = scan(agenda, now, invited=invited, slots_late=slots_late, method=method)
    except Refusal as refusal:
        assert not (shows_a_current_code and is_open and invited)
        kept = RefusedScan(agenda.id, ADITYA.person_id, ADITYA.name, refusal.slug(), now)
        assert refusal.keep == (kept,)  # noqa: PT017 -- a refusal is one of the two right answers
    else:
        assert shows_a_current_code
        assert is_open
        assert invited
        assert attendance == Attendance(agenda.id, ADITYA, now, method)


def test_an_invitation_shows_what_a_list_needs() -> None:
    invitation = invite(replace(meeting(), title="Apel"), "p-aditya")
    assert (invitation.agenda_id, invitation.person_id, invitation.title) == ("rapat", "p-aditya", "Apel")
    assert (invitation.starts_at, invitation.ends_at, invitation.state) == (TEN, ELEVEN, AgendaState.SCHEDULED)
