"""How often one caller may call: a bucket of tokens per target and caller, in this process alone."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.cookies import REFRESH
from shared.values import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.kernel.context import Call

_REMEMBERED = 50_000  # callers; the least recently seen is forgotten first


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``burst`` calls at once, refilled at ``per_minute``."""

    per_minute: int = 600
    burst: int = 120

    def caller(self, call: Call) -> str:
        """Return whom the calls are counted against."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class PerActor(Limit):
    """Counted per actor: two thousand phones in one hall share an address."""

    def caller(self, call: Call) -> str:
        """Count against the actor."""
        return f"{call.actor.kind}:{call.actor.id}"


@dataclass(frozen=True, slots=True)
class PerAddress(Limit):
    """Counted per address, for calls that anybody may make."""

    def caller(self, call: Call) -> str:
        """Count against the address."""
        return call.address


@dataclass(frozen=True, slots=True)
class PerCookie(Limit):
    """Counted per refresh cookie, for calls that a browser makes before it knows who is signed in."""

    def caller(self, call: Call) -> str:
        """Count against the cookie, or against the address where there is none."""
        cookie = call.cookies.get(REFRESH)
        return fingerprint(cookie.reveal()) if cookie else call.address


class Limiter:
    """The buckets of one process. Counters are not records: a restart forgives."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start with full buckets; refill them by the clock's seconds."""
        self._clock = clock
        self._buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()
        self._mutex = threading.Lock()

    def wait(self, target: str, limit: Limit, caller: str) -> int:
        """Take one token; return 0, or the whole seconds to wait when the bucket is empty."""
        key, now, rate = (target, caller), self._clock(), limit.per_minute / 60
        with self._mutex:
            tokens, since = self._buckets.pop(key, (float(limit.burst), now))
            tokens = min(float(limit.burst), tokens + (now - since) * rate)
            allowed = tokens >= 1
            self._buckets[key] = (tokens - 1 if allowed else tokens, now)
            if len(self._buckets) > _REMEMBERED:
                self._buckets.popitem(last=False)
        return 0 if allowed else int((1 - tokens) / rate) + 1
