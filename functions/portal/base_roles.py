"""The roles with which every office begins; from then on they are its own data."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from shared.directory.standing import Role
from shared.permissions import Permission

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEED = Path(__file__).parent / "seed" / "roles.csv"


def base_roles() -> Iterator[Role]:
    """Yield the roles of the seed."""
    with _SEED.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield Role(row["id"], row["name"], tuple(Permission(name) for name in row["permissions"].split()))
