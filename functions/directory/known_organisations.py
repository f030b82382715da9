"""The organisations that come with the release."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from shared.directory.seed import organisations_of

if TYPE_CHECKING:
    from shared.directory.model import Organisation


@cache
def known_organisations() -> tuple[Organisation, ...]:
    """Return them in an order in which each stands after the one above it."""
    return tuple(organisations_of(Path(__file__).parent / "seed"))
