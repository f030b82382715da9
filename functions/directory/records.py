"""The directory's own collections beside those that every system reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.directory.domain.rotation import Rotation
from functions.directory.domain.rotation_plan import Move, PostChanges
from shared.kernel.collections import ListQuery, TypedCollection
from shared.permissions import Permission
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


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """A row of a rotation in words: who gets which post, what they leave, and who leaves the post for them."""

    move: Move
    name: str
    title: str
    office: str
    leaves: tuple[str, ...]
    replaces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VacatedPost:
    """A post that nobody holds after a rotation."""

    position_id: str
    title: str
    office: str


@dataclass(frozen=True, slots=True)
class RotationPlan:
    """What was approved: the rows in words, and exactly what happens to each post. All of it is one record."""

    rotation_id: str
    moves: tuple[PlannedMove, ...]
    posts: tuple[PostChanges, ...]
    titles: dict[str, str]  # of each post that is touched
    vacant: tuple[VacatedPost, ...] = ()
    without_post: tuple[str, ...] = ()  # the names of those who lose the post that they held for good


NEWEST = ListQuery(order="announced_at", descending=True)

ROTATIONS = TypedCollection(
    "rotations",
    Rotation,
    key=lambda it: it.id,
    readers=lambda _: (f"perm:{Permission.MANAGE_DIRECTORY}",),
    queries=(NEWEST,),
)
ROTATION_PLANS = TypedCollection(
    "rotation_plans",
    RotationPlan,
    key=lambda it: it.rotation_id,
    readers=lambda _: (f"perm:{Permission.MANAGE_DIRECTORY}",),
)
