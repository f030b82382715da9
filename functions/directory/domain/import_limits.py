"""How large a file of employees may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shared.rules.calendar import wib_date
from shared.rules.dated import in_force
from shared.rules.files import FileKind, check_sha256, check_size, file_name, table_kind

UPLOAD_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class ImportLimit:
    """The largest file from a day on, in bytes."""

    valid_from: date
    largest: int
    basis: str


# No regulation sets it: the employees of three regencies take a tenth of it.
LIMITS = (ImportLimit(date(2026, 1, 1), largest=20_000_000, basis="Kebijakan penyimpanan Diskominfo"),)


def check_file(name: str, size: int, sha256: str, now: datetime) -> tuple[str, FileKind]:
    """Return the name as it is kept, and its kind. Raises InvalidField."""
    kept = file_name(name)
    kind = table_kind(kept)
    check_size(size, in_force(LIMITS, wib_date(now)).largest)
    check_sha256(sha256)
    return kept, kind
