"""Waiting for what happens elsewhere."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def eventually(happened: Callable[[], bool], seconds: float = 20, *, pause: float = 0.02) -> float:
    """Wait until something has happened; return how many seconds it took."""
    began = time.monotonic()
    while not happened():
        assert time.monotonic() - began < seconds
        time.sleep(pause)
    return time.monotonic() - began
