"""Scheduled functions run: by their schedule, and between its runs when a timer says so."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

from shared.kernel import catalogue
from shared.kernel.http import run_inner
from shared.kernel.journal import relay_row
from shared.rules.calendar import rfc3339
from shared.schedule_runs import ScheduleRun, note_run

if TYPE_CHECKING:
    from datetime import datetime

    from shared.kernel.catalogue import Declaration
    from shared.ports.ports import Ports

_log = logging.getLogger("trowulan")


def wake(name: str, due: datetime, ports: Ports) -> None:
    """Let the scheduled function that a timer names (``<target>@<why>``) look now, and hand its events over."""
    declaration = catalogue.find(name.partition("@")[0])
    if declaration is not None:  # else it was removed from the code since
        row = run_quietly(declaration, f"{name} {rfc3339(due)}", ports)
        if row:
            relay_row(ports.records, ports.bus, row, ports.clock.now())


def run_quietly(declaration: Declaration, key: str, ports: Ports) -> str:
    """Run a scheduled command; its failure is logged, and the next run comes all the same.

    Return the journal row whose events wait, if one does.
    """
    row, failure, began = "", "", ports.clock.now()
    try:
        row = run_inner(declaration, None, key, ports, secrets.token_hex(16))
    except Exception as error:  # noqa: BLE001 -- one that fails stops no other
        _log.exception("scheduled run failed", extra={"target": declaration.target})
        failure = type(error).__name__
    note_run(ports.records, ScheduleRun(declaration.target, began, ports.clock.now(), failure))
    return row
