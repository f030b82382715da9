"""How long it is kept who saw the whole numbers of an employee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from shared.values import Between


@dataclass(frozen=True, slots=True)
class AccessRetention:
    """How long it is kept who saw whose numbers (UU 27/2022 art. 31–32: record it, and tell the person)."""

    kept_months: Annotated[int, Between(12, 120)]

    @property
    def kept(self) -> timedelta:
        """Return how long, counting a month as 30 days and a year as 365."""
        years, months = divmod(self.kept_months, 12)
        return timedelta(days=365 * years + 30 * months)
