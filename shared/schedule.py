"""When a schedule is due: cron expressions, read on Mojokerto's clocks."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from cronsim import CronSim

from shared.rules.calendar import in_wib

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


def runs_between(cron: str, after: datetime, until: datetime) -> Iterator[datetime]:
    """Yield the UTC instants at which the schedule is due after the first and not later than the second instant."""
    for run in _runs_after(cron, after):
        if run > until:
            return
        yield run


def next_run(cron: str, after: datetime) -> datetime:
    """Return the first UTC instant after the given one at which the schedule is due."""
    for run in _runs_after(cron, after):
        return run
    raise ValueError(f"this schedule is never due: {cron!r}")


def _runs_after(cron: str, after: datetime) -> Iterator[datetime]:
    return (run.astimezone(UTC) for run in CronSim(cron, in_wib(after)))
