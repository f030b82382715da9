"""When a schedule is due: cron expressions, read on Mojokerto's clocks."""

from __future__ import annotations

from datetime import UTC, datetime

from cronsim import CronSim

from shared.rules.calendar import in_wib


def next_run(cron: str, after: datetime) -> datetime:
    """Return the first UTC instant after the given one at which the schedule is due."""
    for run in CronSim(cron, in_wib(after)):
        return run.astimezone(UTC)
    raise ValueError(f"this schedule is never due: {cron!r}")
