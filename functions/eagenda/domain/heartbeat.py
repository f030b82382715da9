"""When a kept scan counts by itself: its phone was in touch before the code was shown, and sent the scan at once.

A heartbeat shows that key and phone were there before the code, and that the phone's clock was right. It does not show
where the phone was: that of an absent colleague beats too. So it makes a scan count only while the code is still so
fresh that a scan with signal would hardly have been refused; what is sent later waits for a kiosk or the organiser.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.provisional_scan import Decision
from shared.values import Between

if TYPE_CHECKING:
    from functions.eagenda.domain.provisional_scan import ProvisionalScan
    from shared.rules.device import Heartbeat


@dataclass(frozen=True, slots=True)
class HeartbeatPolicy:
    """How long before the code the heartbeat may lie, and how soon after it the scan must be received."""

    seen_within_hours: Annotated[int, Between(1, 72)]
    counts_within_minutes: Annotated[int, Between(1, 15)]


def counts(scan: ProvisionalScan, began_at: datetime, beat: Heartbeat | None, policy: HeartbeatPolicy) -> bool:
    """Whether a kept scan counts at once. ``began_at`` is the beginning of its code's slot, by the server's clock.

    A heartbeat since then speaks against it: a phone that had signal would have sent the scan.
    """
    if beat is None or beat.device_id != scan.device_id:
        return False
    was_seen = began_at - timedelta(hours=policy.seen_within_hours) <= beat.at < began_at
    return was_seen and scan.received_at <= began_at + timedelta(minutes=policy.counts_within_minutes)


def by_heartbeat(beat: Heartbeat, now: datetime) -> Decision:
    """Return the decision that nobody made: the phone itself vouches."""
    return Decision(beat.person_id, "Denyut ponsel", now)


def by_kiosk(kiosk_opener_id: str, now: datetime) -> Decision:
    """Return the decision of a kiosk that has seen the person."""
    return Decision(kiosk_opener_id, "Kios", now)
