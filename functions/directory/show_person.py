"""Show a person: who they are and what they held, hold and will hold."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.managed import RIGHT, may_manage_person, standing_of_person
from functions.directory.positions_of_person import PersonPosition, shown_position
from shared.directory.model import PERSONS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Nik, Nip, Telephone


@dataclass(frozen=True, slots=True)
class WhichPerson:
    """Which person."""

    person_id: str


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """A person with the positions, the latest first; numbers are masked. ``manages``: the caller may change them.

    The telephone number and the NIK are for who manages the person.
    """

    id: str
    name: str
    nip: Nip | None
    golongan: str
    email: str | None
    telephone: Telephone | None
    nik: Nik | None
    positions: tuple[PersonPosition, ...]
    manages: bool
    version: int


@query(permission=Permission.READ_DIRECTORY, refuses=(RecordMissing,))
def show_person(which: WhichPerson, ctx: ReadContext) -> ShownPerson:
    """Show a person with the positions that they held, hold and will hold."""
    person = ctx.get(PERSONS, which.person_id, right_from=RIGHT)
    standing = standing_of_person(person, ctx)
    manages = may_manage_person(person, standing, ctx)

    today = wib_date(ctx.now)
    newest = sorted(standing.held, key=lambda it: it.starts_on, reverse=True)
    return ShownPerson(
        id=person.id,
        name=person.name,
        nip=person.nip,
        golongan=person.golongan,
        email=person.email,
        telephone=person.telephone if manages else None,
        nik=person.nik if manages else None,
        positions=tuple(shown_position(it, today) for it in newest),
        manages=manages,
        version=ctx.version(PERSONS, person.id),
    )
