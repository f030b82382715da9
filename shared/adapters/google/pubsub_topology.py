"""Which topics and subscriptions the manifest's subscribers need, and their making on an emulator.

In the cloud the same follows from the manifest by Terraform; no function may make a topic there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.adapters.google.pubsub_bus import EVENT, lane, pubsub_wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_LONGEST_FILTER = 256  # bytes, set by Pub/Sub
# Between two tries. A subscriber that comes back, after whatever time, has everything within the longest of them;
# Pub/Sub's own longest, ten minutes, would let a failure of a minute last for eleven.
_PAUSES = {"minimumBackoff": "1s", "maximumBackoff": "60s"}
_OK = 200
_THERE_ALREADY = 409


@dataclass(frozen=True, slots=True)
class Subscription:
    """One subscriber's part of one topic."""

    topic: str
    target: str
    filter: str

    @property
    def id(self) -> str:
        """Its name in the project: a subscriber has one in each lane that it listens to."""
        return f"{self.target.replace('_', '-')}.{self.topic}"


def subscriptions(functions: Iterable[Mapping[str, Any]]) -> Iterator[Subscription]:
    """Yield what the functions of the manifest (``functions.json``) subscribe to."""
    for function in functions:
        for topic in sorted({lane(event) for event in function["events"]}):
            wanted = (f'attributes.{EVENT} = "{event}"' for event in function["events"] if lane(event) == topic)
            text = " OR ".join(wanted)
            # A filter that Pub/Sub can't hold is left out: it only saves calls, the subscriber looks again by itself.
            yield Subscription(topic, function["target"], text if len(text) <= _LONGEST_FILTER else "")


def make_on_emulator(
    emulator: str, project: str, functions: Iterable[Mapping[str, Any]], endpoint: Callable[[str], str]
) -> None:
    """Make all topics and subscriptions; each pushes to ``endpoint(target)``. What is there already stays."""
    wire, wanted = pubsub_wire(emulator), list(subscriptions(functions))
    parent, accepted = f"projects/{project}", (_OK, _THERE_ALREADY)
    for topic in sorted({it.topic for it in wanted}):
        wire.call("PUT", f"v1/{parent}/topics/{topic}", {}, accepted=accepted)
    for it in wanted:
        described = {
            "topic": f"{parent}/topics/{it.topic}",
            "pushConfig": {"pushEndpoint": endpoint(it.target)},
            "filter": it.filter,
            "ackDeadlineSeconds": 60,
            "retryPolicy": _PAUSES,
        }
        wire.call("PUT", f"v1/{parent}/subscriptions/{it.id}", described, accepted=accepted)
