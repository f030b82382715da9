"""Timers whose due rows are looked at in their very second: Cloud Tasks calls the function that fires what is due.

The rows are the truth. A task only says "look now", so that one that is lost, late or doubled changes nothing: the
scheduler lets the same function look each minute.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from shared.adapters.due_timers import WAKE_UPS, DueTimers
from shared.adapters.google.rest_wire import RestWire
from shared.rules.calendar import rfc3339
from shared.values import fingerprint

if TYPE_CHECKING:
    from shared.ports.clock import Clock
    from shared.ports.records import Records
    from shared.settings import TaskSettings

_CLOUD_TASKS = "https://cloudtasks.googleapis.com"
_SCOPE = "https://www.googleapis.com/auth/cloud-tasks"
_FARTHEST = timedelta(days=30)  # Cloud Tasks takes none for later; the scheduler's look is good enough for those
_OK, _THERE_ALREADY = 200, 409

_log = logging.getLogger("trowulan")


class CloudTimers(DueTimers):
    """Due rows, and a task for each."""

    def __init__(self, records: Records, clock: Clock, settings: TaskSettings, audience: str) -> None:
        """Keep the rows in ``records``; each task bears a token for ``audience``."""
        super().__init__(records, WAKE_UPS)
        self._clock = clock
        self._settings = settings
        self._audience = audience
        self._wire = RestWire(_CLOUD_TASKS, _SCOPE, settings.emulator)

    def set(self, name: str, due: datetime) -> None:
        """Make the timer or move it, and have it looked at when it is due; the service's failure is only logged."""
        super().set(name, due)
        if due - self._clock.now() > _FARTHEST:
            return
        try:
            path = f"v2/{self._settings.queue}/tasks"
            self._wire.call("POST", path, {"task": self._task(name, due)}, accepted=(_OK, _THERE_ALREADY))
        except Exception:  # noqa: BLE001 -- whatever became of it, the row is there and is looked at each minute
            _log.warning("no task was made for a timer", exc_info=True)

    def _task(self, name: str, due: datetime) -> dict[str, Any]:
        """Return the task; its name says timer and moment, so that setting it again makes no second one."""
        settings = self._settings
        return {
            "name": f"{settings.queue}/tasks/{fingerprint(name, rfc3339(due))}",
            "scheduleTime": rfc3339(due),
            "httpRequest": {
                "url": settings.url,
                "httpMethod": "POST",
                "oidcToken": {"serviceAccountEmail": settings.account, "audience": self._audience},
            },
        }
