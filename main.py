"""The deploy entry: functions-framework asks this module for one operation by name, and only that one is loaded."""

import gc
from collections.abc import Callable
from typing import Any


def __getattr__(target: str) -> Callable[..., Any]:
    """Return the deployed function of a target, such as ``eagenda_record_attendance`` (PEP 562)."""
    # A tenth of a cold start would go to the garbage collector, which finds nothing while everything is being loaded.
    gc.set_threshold(20_000)
    from shared.entry import load  # noqa: PLC0415 -- after what makes it cheap

    return load(target)
