"""What every benchmark shares: samples, rotated repetitions, medians with their spread, a page of results."""

from __future__ import annotations

import math
import os
import platform
import sqlite3
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

RESULTS = Path(__file__).parent / "results"
REPETITIONS = 3


@dataclass(frozen=True, slots=True)
class Sample:
    """One repetition of one candidate: how much in a second, and how long one had to wait (in ms)."""

    per_second: float
    p50: float
    p95: float
    p99: float
    longest: float

    @classmethod
    def of(cls, seconds: float, latencies: Iterable[float]) -> Sample:
        """Sum up latencies, in seconds, that were measured side by side for so long."""
        ordered = sorted(1000 * latency for latency in latencies)
        p50, p95, p99 = (percentile(ordered, share) for share in (0.5, 0.95, 0.99))
        return cls(len(ordered) / seconds, p50, p95, p99, ordered[-1])


def percentile(ordered: Sequence[float], share: float) -> float:
    """Return the smallest value that this share of the ordered values does not exceed."""
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)]


def rotated(candidates: Mapping[str, Callable[[], T]], repetitions: int = REPETITIONS) -> dict[str, list[T]]:
    """Measure all candidates in each repetition, beginning with another one each time."""
    samples: dict[str, list[T]] = {name: [] for name in candidates}
    names = list(candidates)
    for repetition in range(repetitions):
        first = repetition % len(names)
        for name in names[first:] + names[:first]:
            samples[name].append(candidates[name]())
    return samples


def ratios(
    samples: Sequence[Sample], floor: Sequence[Sample], of: Callable[[Sample], float] = lambda it: it.per_second
) -> list[float]:
    """Compare each repetition with the floor of the same repetition."""
    return [of(mine) / of(its) for mine, its in zip(samples, floor, strict=True)]


def ratio(samples: Sequence[Sample], floor: Sequence[Sample]) -> float:
    """Return the median of the ratios of what was done in a second."""
    return statistics.median(ratios(samples, floor))


def with_spread(values: Sequence[float], digits: int = 0) -> str:
    """Write the median and, in brackets, the smallest and the greatest."""
    low, middle, high = (f"{it:,.{digits}f}" for it in (min(values), statistics.median(values), max(values)))
    return f"{middle} ({low}-{high})"


def table(samples: Mapping[str, Sequence[Sample]]) -> str:
    """Write the samples of all candidates as a Markdown table."""
    return grid(
        ["candidate", "per second", "p50 ms", "p99 ms", "max ms"],
        (
            [
                name,
                with_spread([it.per_second for it in measured]),
                with_spread([it.p50 for it in measured], 1),
                with_spread([it.p99 for it in measured], 1),
                with_spread([it.longest for it in measured]),
            ]
            for name, measured in samples.items()
        ),
    )


def grid(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table."""
    return "\n".join(f"| {' | '.join(line)} |" for line in [headings, ["---"] * len(headings), *rows])


def goal(sentence: str, *, reached: bool) -> str:
    """Write what was to be reached, and whether it was."""
    return f"- {'reached' if reached else '**missed**'}: {sentence}"


def report(name: str, title: str, *parts: str) -> None:
    """Print results and keep them in ``bench/results/``, in place of the earlier ones under the same title."""
    when = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {_machine()}. Again: `python -m bench {name}`."
    section = "\n\n".join([f"## {title}", when, *_joined_goals(parts)])
    print(section, end="\n\n", flush=True)

    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.md"
    earlier = path.read_text(encoding="utf-8").split("\n\n## ") if path.exists() else []
    sections = {text.removeprefix("## ").partition("\n")[0]: text.removeprefix("## ").strip() for text in earlier}
    sections[title] = section.removeprefix("## ")
    path.write_text("\n\n".join(f"## {text}" for text in sections.values()) + "\n", encoding="utf-8")


def _joined_goals(parts: Iterable[str]) -> list[str]:
    """Put goals that follow each other into one list."""
    joined: list[str] = []
    for part in parts:
        if joined and part.startswith("- ") and joined[-1].startswith("- "):
            joined[-1] += f"\n{part}"
        else:
            joined.append(part)
    return joined


def _machine() -> str:
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
