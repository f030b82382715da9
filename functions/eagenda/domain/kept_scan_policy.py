"""How long a scan may be kept on a phone, and how far its clock may be off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from shared.values import Between


@dataclass(frozen=True, slots=True)
class KeptScanPolicy:
    """How long a scan may lie on a phone and how far its clock may be off."""

    send_within_hours: Annotated[int, Between(1, 72)]
    clock_tolerance_minutes: Annotated[int, Between(1, 15)]

    @property
    def send_within(self) -> timedelta:
        """Return how long it may lie."""
        return timedelta(hours=self.send_within_hours)

    @property
    def clock_tolerance(self) -> timedelta:
        """Return how far the clock may be off."""
        return timedelta(minutes=self.clock_tolerance_minutes)
