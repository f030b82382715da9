"""Change what the directory says of a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.directory.domain.managing import PersonOutside, require_person
from functions.directory.domain.people import EmailTaken, NipTaken, PersonForm, check_person
from functions.directory.form_of_person import filled, form_of, require_own_numbers
from functions.directory.managed import RIGHT, may_manage_person, standing_of_person
from shared.accounts.login import load_renaming, write_renaming
from shared.directory.model import PERSONS
from shared.directory.numbers import load_numbers, write_numbers
from shared.directory.projecting import Changed, project, write_projection
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Text

Typed = Annotated[str, Text(0, 200)]


@dataclass(frozen=True, slots=True)
class PersonToEdit:
    """A person as the caller saw it. What is absent or null stays as it is, since numbers are masked; "" clears it."""

    person_id: str
    version: int
    name: Typed | None = None
    nip: Typed | None = None
    golongan: Typed | None = None
    email: Typed | None = None
    telephone: Typed | None = None
    nik: Typed | None = None


@dataclass(frozen=True, slots=True)
class PersonEdited:
    """The change is recorded."""

    person_id: str


@operation(permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing, PersonOutside, NipTaken, EmailTaken, Stale))
def edit_person(edit: PersonToEdit, ctx: Context) -> PersonEdited:
    """Change a person's name, numbers, addresses or golongan."""
    before = ctx.get(PERSONS, edit.person_id, right_from=RIGHT)
    require_person(manages=may_manage_person(before, standing_of_person(before, ctx), ctx))

    person = filled(before, check_person(_merged(form_of(before), edit)))
    require_own_numbers(person, ctx)
    numbers = load_numbers(before, person, ctx)
    renaming = load_renaming(before, person, ctx)
    projection = project(person.id, Changed(person=person), ctx)

    ctx.put(PERSONS, person, seen=edit.version)
    write_projection(projection, ctx)
    write_numbers(numbers, ctx)
    write_renaming(renaming, ctx)
    return PersonEdited(person.id)


def _merged(known: PersonForm, edit: PersonToEdit) -> PersonForm:
    return PersonForm(
        known.name if edit.name is None else edit.name,
        known.nip if edit.nip is None else edit.nip,
        known.golongan if edit.golongan is None else edit.golongan,
        known.email if edit.email is None else edit.email,
        known.telephone if edit.telephone is None else edit.telephone,
        known.nik if edit.nik is None else edit.nik,
    )
