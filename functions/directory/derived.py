"""What the directory stores although its other records say it: standings and search cards, seats, and who may list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.directory.records import IMPORTS, ROTATION_PLANS, ROTATIONS
from shared.directory.appointing import outdated_seat
from shared.directory.model import PERSONS, POSITIONS, Person, Position
from shared.directory.projecting import outdated_projections
from shared.disclosure import ACCESSES
from shared.rebuild.change import Change
from shared.rebuild.derivation import Derivation, readers_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.kernel.context import Context


def _people(person_id: str, _: Person, ctx: Context) -> Iterable[Change[Any]]:
    return outdated_projections(person_id, ctx)


def _seats(_: str, position: Position, ctx: Context) -> Iterable[Change[Any]]:
    return outdated_seat(position, ctx)


PEOPLE = Derivation("people", "Kedudukan dan kartu pencarian", 2, PERSONS, _people)  # 2: for whom one prepares
SEATS = Derivation("seats", "Pengisian jabatan", 1, POSITIONS, _seats)
IMPORT_READERS = readers_of(IMPORTS, "Impor pegawai", 1)
ROTATION_READERS = readers_of(ROTATIONS, "Mutasi", 1)
ROTATION_PLAN_READERS = readers_of(ROTATION_PLANS, "Rencana mutasi", 1)
ACCESS_READERS = readers_of(ACCESSES, "Catatan akses", 1)
