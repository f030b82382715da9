"""The floor under a cold start: a target that does nothing."""

from __future__ import annotations

from flask import Request


def answer(_: Request) -> dict[str, str]:
    """Answer at once."""
    return {}
