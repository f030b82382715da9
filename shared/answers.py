"""Answers that are not JSON."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """An answer that is a file: what a query returns instead of a dataclass."""

    name: str
    media_type: str
    content: bytes
