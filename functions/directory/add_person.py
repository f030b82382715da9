"""Add a person to the directory: an employee with a NIP, or somebody who is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.directory.domain.people import EmailTaken, NipTaken, PersonForm, check_person
from functions.directory.form_of_person import filled, require_own_numbers
from shared.directory.model import Person
from shared.directory.numbers import load_numbers, write_numbers
from shared.directory.people import load_projections, write_person
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.values import Text

Typed = Annotated[str, Text(0, 200)]


@dataclass(frozen=True, slots=True)
class PersonToAdd:
    """A person: the name with its titles, and what is known beside it. A NIP or NI PPPK for an ASN only."""

    name: Typed
    nip: Typed = ""
    golongan: Typed = ""
    email: Typed = ""
    telephone: Typed = ""
    nik: Typed = ""


@dataclass(frozen=True, slots=True)
class PersonAdded:
    """The person has a page and can be appointed."""

    person_id: str


@operation(permission=Permission.MANAGE_OFFICE, refuses=(NipTaken, EmailTaken))
def add_person(new: PersonToAdd, ctx: Context) -> PersonAdded:
    """Add a person to the directory."""
    form = check_person(PersonForm(new.name, new.nip, new.golongan, new.email, new.telephone, new.nik))
    person = filled(Person(f"p-{ctx.new_id()[:10]}", form.name), form)

    require_own_numbers(person, ctx)
    numbers = load_numbers(None, person, ctx)
    projections = load_projections(person.id, ctx)

    write_person(person, projections, ctx)
    write_numbers(numbers, ctx)
    return PersonAdded(person.id)
