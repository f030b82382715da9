"""A position whose agenda is the leadership's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from shared.values import Between, Line, Text


@dataclass(frozen=True, slots=True)
class Leader:
    """The position, what it is called in a calendar, and its place among the others."""

    position_id: Annotated[str, Text(1, 100)]
    called: Line
    place: Annotated[int, Between(1, 20)]
