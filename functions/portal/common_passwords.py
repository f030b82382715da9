"""The shipped list of common passwords, of every length: a longer one is often a common one with figures behind it."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_suffix(".txt.gz")


@cache
def common_passwords() -> frozenset[str]:
    """Return the list, in small letters; read when the first password is chosen, not when the module is loaded."""
    lines = gzip.decompress(_LIST.read_bytes()).decode().splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
