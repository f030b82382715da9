"""Kept scans: a phone is believed as far as code and clock bear it out, and never more than provisionally."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from functions.eagenda.domain.agenda import Agenda, AgendaIsCancelled, cancel, close, final_sheet
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver, NotInvited, RefusedScan
from functions.eagenda.domain.codes import link_code, short_code, slot_of
from functions.eagenda.domain.device import (
    DeviceClockWrong,
    DeviceReplaced,
    DeviceUnknown,
    require_device,
)
from functions.eagenda.domain.distance import Position
from functions.eagenda.domain.invitation import invite
from functions.eagenda.domain.kept_scan import KeptScan, Receipt, SentTooLate, signed_text, take
from functions.eagenda.domain.kept_scan_policy import KeptScanPolicy
from functions.eagenda.domain.presented_code import CodeExpired, Method
from functions.eagenda.domain.provisional_scan import (
    Decision,
    ProvisionalScan,
    ScanState,
)
from shared.refusals import Refusal
from shared.rules.device import Device, DeviceEnd, PersonDevices, PublicKey
from tests.eagenda.domain.examples import ADITYA, EIGHT, ELEVEN, SECRET, TEN, meeting

POLICY = KeptScanPolicy(send_within_hours=12, clock_tolerance_minutes=2)
PHONE = Device("hp", "Galaxy A14", PublicKey("EC", "P-256", "x", "y"), EIGHT)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
YES = Decision("p-dewi", "Dewi", ELEVEN)


def keep(at: datetime, *, ahead: timedelta = timedelta(), method: Method = Method.LINK) -> KeptScan:
    """Keep what the hall showed at a moment, on a phone whose clock is so far ahead."""
    make = link_code if method is Method.LINK else short_code
    return KeptScan("rapat" if method is Method.LINK else None, make(SECRET, "rapat", slot_of(at)), "nonce", at + ahead)


def sent(scan: KeptScan, now: datetime, agenda: Agenda | None = None, *, invited: bool = True) -> ProvisionalScan:
    agenda = agenda or meeting()
    invitation = invite(agenda, ADITYA.person_id) if invited else None
    return take(agenda, invitation, scan, SECRET, Receipt(ADITYA, PHONE, now, POLICY))


@pytest.mark.parametrize("method", [Method.LINK, Method.SHORT_CODE])
def test_what_a_phone_kept_waits_for_the_organiser(method: Method) -> None:
    scan = sent(keep(TEN, method=method), ELEVEN)
    assert scan == ProvisionalScan("rapat", ADITYA, TEN, ELEVEN, method, "nonce", "hp", "Galaxy A14")
    assert (scan.state, scan.decision) == (ScanState.WAITING, None)


@pytest.mark.parametrize("ahead", [-2 * MINUTE, timedelta(0), 2 * MINUTE])
def test_a_clock_may_be_off_by_two_minutes(ahead: timedelta) -> None:
    assert sent(keep(TEN, ahead=ahead), TEN + HOUR).scanned_at == TEN + ahead


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (DAY, "Jam ponsel lebih cepat 1 hari."),
        (-DAY, "Jam ponsel terlambat 1 hari."),
        (-10 * MINUTE, "Jam ponsel terlambat 10 menit."),
        (3 * HOUR, "Jam ponsel lebih cepat 3 jam."),
        (3 * MINUTE, "Jam ponsel lebih cepat 3 menit."),
    ],
)
@pytest.mark.parametrize("later", [timedelta(0), 8 * HOUR])
def test_a_clock_that_is_further_off_is_named_with_the_way_out(ahead: timedelta, words: str, later: timedelta) -> None:
    with pytest.raises(DeviceClockWrong, match=words) as refusal:
        sent(keep(TEN, ahead=ahead), TEN + later)
    assert refusal.value.facts == {"ahead_seconds": round(ahead.total_seconds())}


def test_typed_letters_of_another_hour_are_refused_without_being_looked_for() -> None:
    with pytest.raises(CodeExpired):
        sent(keep(TEN, ahead=-HOUR, method=Method.SHORT_CODE), ELEVEN)
    with pytest.raises(DeviceClockWrong):
        sent(keep(TEN, ahead=DAY, method=Method.SHORT_CODE), ELEVEN)


def test_a_code_that_no_screen_showed_is_refused_and_kept() -> None:
    with pytest.raises(CodeExpired) as refusal:
        sent(replace(keep(TEN), code="karangan"), ELEVEN)
    assert refusal.value.keep == (RefusedScan("rapat", "p-aditya", "Aditya", "code-expired", ELEVEN),)


def test_the_hours_are_those_of_the_stated_moment_and_not_of_the_sending() -> None:
    last, opening = ELEVEN - MINUTE, meeting().opens_at
    assert sent(keep(last), ELEVEN + HOUR).scanned_at == last
    with pytest.raises(AttendanceOver):
        sent(keep(ELEVEN), ELEVEN + HOUR)
    with pytest.raises(AttendanceNotOpen):
        sent(keep(opening - MINUTE), TEN)


def test_a_scan_must_be_sent_within_half_a_day() -> None:
    assert sent(keep(TEN), TEN + 12 * HOUR).state is ScanState.WAITING
    with pytest.raises(SentTooLate, match=r"dalam 12 jam. Hubungi Dewi"):
        sent(keep(TEN), TEN + 12 * HOUR + timedelta(seconds=1))


def test_who_was_not_invited_a_cancelled_meeting_and_a_final_list_are_refused_as_in_the_hall() -> None:
    with pytest.raises(NotInvited):
        sent(keep(TEN), ELEVEN, invited=False)
    with pytest.raises(AgendaIsCancelled):
        sent(keep(TEN), ELEVEN, cancel(meeting(), "Hujan", TEN))
    with pytest.raises(AttendanceOver):
        sent(keep(TEN), ELEVEN, close(meeting(), final_sheet(meeting(), "5f" * 32, "", TEN)))


def test_without_a_secret_no_code_was_shown() -> None:
    with pytest.raises(CodeExpired):
        take(meeting(), None, keep(TEN), None, Receipt(ADITYA, PHONE, TEN, POLICY))


offsets = st.timedeltas(-2 * DAY, 2 * DAY)


@given(st.timedeltas(timedelta(0), 3 * HOUR), offsets, st.timedeltas(timedelta(0), 2 * DAY), st.booleans())
def test_nothing_that_is_taken_states_another_moment_than_its_code_and_everything_refused_is_kept(
    after_eight: timedelta,
    ahead: timedelta,
    later: timedelta,
    invited: bool,  # noqa: FBT001 -- drawn
) -> None:
    seen_at = EIGHT + after_eight
    now = seen_at + later
    try:
        scan = sent(keep(seen_at, ahead=ahead), now, invited=invited)
    except Refusal as refusal:
        assert refusal.keep == (RefusedScan("rapat", "p-aditya", "Aditya", refusal.slug(), now),)  # noqa: PT017 -- each of several is caught
        return
    # A slot lasts half a minute and is accepted for another, so the code tells the moment to a minute.
    assert abs(scan.scanned_at - seen_at) <= POLICY.clock_tolerance + MINUTE
    assert meeting().opens_at <= scan.scanned_at < meeting().closes_at
    assert scan.scanned_at <= now + POLICY.clock_tolerance
    assert now - scan.scanned_at <= POLICY.send_within
    assert (invited, scan.state) == (True, ScanState.WAITING)


texts = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=8)
scans = st.builds(
    KeptScan,
    st.none() | texts.filter(bool),
    texts,
    texts,
    st.integers(0, 10**6).map(lambda milliseconds: TEN + timedelta(milliseconds=milliseconds)),
)


@given(scans, texts, scans, texts)
def test_two_scans_never_share_what_is_signed(one: KeptScan, ones: str, other: KeptScan, others: str) -> None:
    assume((one, ones) != (other, others))
    assert signed_text(one, ones) != signed_text(other, others)


def test_what_is_signed_is_written_as_a_browser_writes_it() -> None:
    scan = KeptScan("rapat", "kode", "nonce", TEN + timedelta(milliseconds=7))
    assert signed_text(scan, "p-aditya") == "trowulan/pindai/1\np-aditya\nrapat\nkode\nnonce\n2026-11-24T03:00:00.007Z"
    located = replace(scan, position=Position(-7.4724, 112.43, 30))
    assert signed_text(located, "p-aditya") == (
        "trowulan/pindai/2\np-aditya\nrapat\nkode\nnonce\n2026-11-24T03:00:00.007Z\n-7.472400\n112.430000\n30"
    )


def test_a_device_of_nobody_and_a_replaced_one_are_told_apart() -> None:
    replaced = replace(PHONE, ended_at=TEN, ended_as=DeviceEnd.REPLACED)
    newer = replace(PHONE, id="hp-2", name="Redmi 13C")
    assert require_device(PersonDevices("p-aditya", (PHONE,)), "hp") == PHONE
    for devices in (None, PersonDevices("p-aditya"), PersonDevices("p-aditya", (newer,))):
        with pytest.raises(DeviceUnknown):
            require_device(devices, "hp")
    with pytest.raises(DeviceReplaced, match=r"Berakhir 24 November 2026 10.00 WIB. Perangkat .*: Redmi 13C"):
        require_device(PersonDevices("p-aditya", (newer, replaced)), "hp")
    with pytest.raises(DeviceReplaced, match=r"Berakhir .* WIB. Minta penyelenggara mencatat Anda."):
        require_device(PersonDevices("p-aditya", (replaced,)), "hp")
