"""The document of the API for tests that only read it: to write it takes a second, and each operation asks for it."""

from __future__ import annotations

from functools import cache
from typing import Any

from shared import manifest


@cache
def document() -> dict[str, Any]:
    """Return it, the same for all."""
    return manifest.openapi()
