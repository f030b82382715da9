"""The directory's own collections beside those that every system reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shared.kernel.collections import ListQuery, TypedCollection
from shared.rules.files import FileKind
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class EmployeeImport:
    """A file of employees that somebody brings in: announced, then checked by one job, then applied by another."""

    id: str
    owner_id: str
    name: str
    kind: FileKind
    size: int
    sha256: str
    announced_at: Instant
    rows: int = 0
    check_job_id: str = ""
    apply_job_id: str = ""
    has_files: bool = True  # until they have been kept long enough


@dataclass(frozen=True, slots=True)
class CardsAsOf:
    """The day whose positions all search cards show; there is one such record."""

    day: date


CARDS_KEY = "cards"
CARDS_AS_OF = TypedCollection("cards_as_of", CardsAsOf, key=lambda _: CARDS_KEY)
WITH_FILES = ListQuery(equal=("has_files",), order="announced_at", of_service=True)
IMPORTS = TypedCollection(
    "employee_imports",
    EmployeeImport,
    key=lambda it: it.id,
    readers=lambda it: (f"per:{it.owner_id}",),
    queries=(WITH_FILES,),
)
