"""What decides by lot in a spot check: who is asked, and which number the hall shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence


T = TypeVar("T")

NUMBERS = range(10, 100)  # two digits: read from the last row at a glance


class Chance(Protocol):
    """What decides by lot; `random.SystemRandom` does."""

    def randint(self, a: int, b: int, /) -> int:
        """Return a number from ``a`` to ``b``, both included."""
        ...

    def sample(self, population: Sequence[T], k: int, /) -> list[T]:
        """Return so many of a population, none twice."""
        ...

    def choice(self, seq: Sequence[T], /) -> T:
        """Return one of several."""
        ...
