"""Bring what was released to its subscriber."""

from __future__ import annotations

from shared.deliveries import DELIVERIES
from shared.events.portal import DeliveriesReleased
from shared.kernel.catalogue import Delivery, effect
from shared.kernel.context import ReadContext
from shared.ports.bus import DeliveryState


@effect(on=DeliveriesReleased, delivery=Delivery.AT_LEAST_ONCE)
def deliver_again(released: DeliveriesReleased, ctx: ReadContext) -> None:
    """Hand each released event to the bus for its subscriber alone; what has arrived meanwhile is left out."""
    for key in released.keys:
        delivery = ctx.find(DELIVERIES, key, right_from="the event that releases it")
        if delivery is not None and delivery.state is DeliveryState.WAITING:
            ctx.ports.bus.deliver_again(delivery.subscriber, delivery.event)
