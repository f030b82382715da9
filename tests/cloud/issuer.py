"""The issuer of inner callers' tokens, watched, and out of order when a test wants it."""

from __future__ import annotations

from typing import Any

from infra.emulators.issuer import Issuer


class WatchedIssuer(Issuer):
    """Counts how often it was asked for its keys."""

    def __init__(self, url: str) -> None:
        """Begin in order, asked by nobody."""
        super().__init__(url)
        self.asked = 0
        self.is_down = False

    def answer(self, path: str) -> dict[str, Any] | None:
        """Return the document of a path; none while it is down."""
        if self.is_down:
            return None
        self.asked += path == "/certs"
        return super().answer(path)
