"""See that spot checks begin and end on time."""

from __future__ import annotations

from shared.events.eagenda_spot_checks import SpotCheckTimed
from shared.kernel.catalogue import Delivery, effect
from shared.kernel.context import ReadContext


@effect(on=SpotCheckTimed, delivery=Delivery.AT_LEAST_ONCE)
def time_spot_check(event: SpotCheckTimed, ctx: ReadContext) -> None:
    """Have spot checks looked for when this one begins or ends; the schedule finds what this misses."""
    ctx.ports.timers.set(f"eagenda_look_for_spot_checks@{event.agenda_id}", event.due_at)
