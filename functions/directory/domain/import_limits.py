"""How large a file of employees may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from shared.rules.files import FileKind, check_sha256, check_size, file_name, table_kind
from shared.values import Between


@dataclass(frozen=True, slots=True)
class ImportLimit:
    """The largest file. No regulation sets it: the employees of three regencies take two megabytes."""

    largest_megabytes: Annotated[int, Between(1, 100)]

    @property
    def largest(self) -> int:
        """Return the size of the largest in bytes."""
        return self.largest_megabytes * 1_000_000


def check_file(name: str, size: int, sha256: str, limit: ImportLimit) -> tuple[str, FileKind]:
    """Return the name as it is kept, and its kind. Raises InvalidField."""
    kept = file_name(name)
    kind = table_kind(kept)
    check_size(size, limit.largest)
    check_sha256(sha256)
    return kept, kind
