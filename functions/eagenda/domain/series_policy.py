"""How long an agenda may repeat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from shared.values import Between


@dataclass(frozen=True, slots=True)
class SeriesPolicy:
    """What one series may hold: so many days, within so many months, so many invitations to all of them together."""

    most_days: Annotated[int, Between(2, 366)]
    most_months: Annotated[int, Between(1, 24)]
    most_invitations: Annotated[int, Between(100, 200_000)]
