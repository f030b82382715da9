"""What whoever has just proved themselves is answered."""

from __future__ import annotations

from dataclasses import dataclass

from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ProvedAgain:
    """Until when nothing more is asked."""

    until: Instant
