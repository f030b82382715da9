"""Which months of a year a recap is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from shared.refusals import InvalidField
from shared.values import Between


@dataclass(frozen=True, slots=True)
class Months:
    """A part of one year, from a month to a month, both included."""

    year: Annotated[int, Between(2020, 2999)]
    first_month: Annotated[int, Between(1, 12)]
    last_month: Annotated[int, Between(1, 12)]


def check_months(months: Months) -> None:
    """Refuse a span that ends before it begins. Raises InvalidField."""
    if months.last_month < months.first_month:
        raise InvalidField("/last_month", "Bulan terakhir tidak boleh mendahului bulan pertama.")
