"""What goes on behind the calls: events handed to the bus, queues worked off, schedules kept.

One thread in every worker process; only the one that leads works, the others wait for its lock. It is woken after each
commit that left events, and looks by itself a few times a second in case a wake-up was lost.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from shared.kernel.catalogue import CatchUp, Kind
from shared.kernel.journal import relay_events
from shared.rules.calendar import rfc3339
from shared.schedule import next_run
from shared.wake_ups import run_quietly, wake

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from shared.kernel.catalogue import Declaration
    from shared.ports.bus import QueuedBus
    from shared.ports.leadership import Leadership
    from shared.ports.ports import Ports
    from shared.ports.timers import Timers

_POLL_SECONDS = 0.25
_PUNCTUAL = timedelta(seconds=90)  # a run that starts later than this was missed, not merely late

_log = logging.getLogger("trowulan")


@dataclass
class Schedules:
    """The scheduled functions and the timers that stand for their next runs."""

    declarations: Sequence[Declaration]
    timers: Timers
    ports: Ports

    def keep(self, now: datetime) -> None:
        """Run what is due, and see that every schedule has its next run."""
        self.timers.fire_due(now, self._fire)
        self.ports.timers.fire_due(now, lambda name, due: wake(name, due, self.ports))
        for declaration in self.declarations:
            if self.timers.due(declaration.target) is None:
                self.timers.set(declaration.target, next_run(declaration.cron, now))

    def _fire(self, target: str, due: datetime) -> None:
        declaration = next((it for it in self.declarations if it.target == target), None)
        if declaration is None:  # removed from the code since: the timer ends here
            return
        now = self.ports.clock.now()
        if declaration.catch_up is CatchUp.ONCE or now - due < _PUNCTUAL:
            run_quietly(declaration, rfc3339(due), self.ports)
        self.timers.set(target, next_run(declaration.cron, now))


class Background:
    """The thread of one worker process."""

    def __init__(
        self, ports: Ports, bus: QueuedBus, timers: Timers, leadership: Leadership, declarations: Sequence[Declaration]
    ) -> None:
        """Prepare; nothing runs before `start`."""
        self._ports, self._bus, self._leadership = ports, bus, leadership
        self._schedules = Schedules([it for it in declarations if it.kind is Kind.SCHEDULED], timers, ports)
        self._subscribers = [it.target for it in declarations if it.kind in {Kind.REACTION, Kind.EFFECT}]
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="background", daemon=True)

    def start(self) -> None:
        """Begin to wait for leadership."""
        self._thread.start()

    def wake(self) -> None:
        """Say that something was committed."""
        self._leadership.wake()

    def stop(self) -> None:
        """Finish what is at work and end the thread."""
        self._stopping.set()
        self._leadership.wake()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        if not self._leadership.lead(self._stopping):
            return
        while not self._stopping.is_set():
            try:
                self._work()
            except Exception:  # noqa: BLE001 -- the thread must outlive whatever fails
                _log.exception("background work failed")
            self._leadership.wait(_POLL_SECONDS)
        self._bus.close()
        self._leadership.resign()

    def _work(self) -> None:
        now = self._ports.clock.now()
        while relay_events(self._ports.records, self._bus, now):
            pass
        self._bus.pump(self._subscribers, self._leadership.wake)
        self._schedules.keep(now)
