"""Let scheduled functions look again at the moments that were set for them."""

from __future__ import annotations

from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import ReadContext
from shared.wake_ups import wake


@scheduled(cron="* * * * *", catch_up=CatchUp.SKIP, journaled=False)
def fire_timers(ctx: ReadContext) -> None:
    """Fire what is due: in the cloud a task calls this at a timer's second, the schedule finds what was missed."""
    ctx.ports.timers.fire_due(ctx.now, lambda name, due: wake(name, due, ctx.ports))
