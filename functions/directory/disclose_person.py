"""Show the whole numbers of an employee to who manages them, and write down that they were seen."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.domain.managing import PersonOutside, require_person
from functions.directory.managed import RIGHT, may_manage_person, standing_of_person
from shared.directory.model import PERSONS
from shared.disclosure import Disclosed, Identifier, disclose
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Nik, Nip, Telephone


@dataclass(frozen=True, slots=True)
class PersonToDisclose:
    """Whose numbers."""

    person_id: str


@dataclass(frozen=True, slots=True)
class DisclosedPerson:
    """The numbers that are masked everywhere else; None where there is none."""

    nip: Disclosed[Nip] | None
    nik: Disclosed[Nik] | None
    telephone: Disclosed[Telephone] | None


@operation(permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing, PersonOutside), secret=True)
def disclose_person(which: PersonToDisclose, ctx: Context) -> DisclosedPerson:
    """Show an employee's whole numbers; the employee sees in Profil who looked."""
    person = ctx.get(PERSONS, which.person_id, right_from=RIGHT)

    require_person(manages=may_manage_person(person, standing_of_person(person, ctx), ctx))

    numbers = {Identifier.NIP: person.nip, Identifier.NIK: person.nik, Identifier.TELEPHONE: person.telephone}
    shown = disclose(person.id, numbers, "directory_disclose_person", ctx)
    return DisclosedPerson(shown[Identifier.NIP], shown[Identifier.NIK], shown[Identifier.TELEPHONE])
