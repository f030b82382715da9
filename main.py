"""The deploy entry: functions-framework asks this module for one operation by name, and only that one is loaded."""

from collections.abc import Callable
from typing import Any

from shared.entry import load


def __getattr__(target: str) -> Callable[..., Any]:
    """Return the deployed function of a target, such as ``eagenda_record_attendance`` (PEP 562)."""
    return load(target)
