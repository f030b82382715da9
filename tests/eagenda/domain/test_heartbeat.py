"""When a kept scan counts by its phone's heartbeat, by the rule alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from functions.eagenda.domain.attendance import Attendee
from functions.eagenda.domain.heartbeat import HeartbeatPolicy, counts
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.domain.provisional_scan import ProvisionalScan
from shared.rules.device import Heartbeat

BEGAN = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
POLICY = HeartbeatPolicy(seen_within_hours=24, counts_within_minutes=2)
SARI = Attendee("p-sari", "Sari", None, "Analis", "Bapenda")


def scan(received_at: datetime, device_id: str = "hp") -> ProvisionalScan:
    """Return a kept scan of a code whose slot began at nine o'clock."""
    return ProvisionalScan("rapat", SARI, BEGAN, received_at, Method.LINK, "nonce", device_id, "Galaxy A14")


@given(
    beat=st.timedeltas(-timedelta(hours=30), timedelta(minutes=5)),
    received=st.timedeltas(timedelta(), timedelta(minutes=5)),
)
def test_it_counts_only_for_a_beat_before_the_code_and_a_scan_at_once(beat: timedelta, received: timedelta) -> None:
    is_seen = -timedelta(hours=24) <= beat < timedelta()
    is_fresh = received <= timedelta(minutes=2)
    kept = Heartbeat("p-sari", "hp", BEGAN + beat)
    assert counts(scan(BEGAN + received), BEGAN, kept, POLICY) is (is_seen and is_fresh)


def test_without_a_beat_of_that_very_device_it_never_counts() -> None:
    before = BEGAN - timedelta(hours=1)
    assert not counts(scan(BEGAN), BEGAN, None, POLICY)
    assert not counts(scan(BEGAN), BEGAN, Heartbeat("p-sari", "hp lain", before), POLICY)
    assert counts(scan(BEGAN), BEGAN, Heartbeat("p-sari", "hp", before), POLICY)
