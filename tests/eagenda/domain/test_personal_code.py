"""A person's own code, by the rule alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.eagenda.domain.device import DeviceClockWrong
from functions.eagenda.domain.personal_code import (
    CodeUnknown,
    PersonalCode,
    read_personal_code,
    require_current,
    signed_text,
)
from functions.eagenda.domain.presented_code import CodeExpired

CODE = PersonalCode("p-aditya", "hp", 59_000_000, "ttd")
FIVE_SECONDS, A_MINUTE = timedelta(seconds=5), timedelta(minutes=1)

part = st.text(st.characters(blacklist_characters=".\n", codec="utf-8"), min_size=1)


def test_what_is_signed_is_written_as_a_browser_writes_it() -> None:
    assert signed_text(CODE) == "trowulan/kode-saya/1\np-aditya\nhp\n59000000"


@given(part, part, st.integers(0, 999_999_999), part)
def test_a_code_is_read_as_it_was_written(person: str, device: str, slot: int, signature: str) -> None:
    read = read_personal_code(f"tkh1.{person}.{device}.{slot}.{signature}")
    assert read == PersonalCode(person, device, slot, signature)


@given(st.text(max_size=60))
def test_any_other_text_is_no_code(text: str) -> None:
    if not text.startswith("tkh1."):
        with pytest.raises(CodeUnknown):
            read_personal_code(text)


@given(st.timedeltas(-timedelta(hours=2), timedelta(hours=2)))
def test_it_is_worth_two_slots_and_five_seconds_before_for_a_clock_that_is_ahead(late: timedelta) -> None:
    at = CODE.began_at + late
    if -FIVE_SECONDS <= late < A_MINUTE:
        require_current(CODE, at)
        return
    with pytest.raises(CodeExpired if late > timedelta() else DeviceClockWrong):
        require_current(CODE, at)


def test_its_slot_is_a_half_minute_since_1970() -> None:
    assert CODE.began_at == datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=30 * 59_000_000)
