"""The shipped list of common passwords; only those that are long enough to pass the rule about length."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_suffix(".txt")


@cache
def common_passwords() -> frozenset[str]:
    """Return the list, in small letters; read when the first password is chosen, not when the module is loaded."""
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
