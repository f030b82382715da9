"""A checked form beside the person that it makes, and the refusal where somebody else has the NIP or the address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.directory.domain.people import EmailTaken, NipTaken, PersonForm
from shared.directory.model import BY_EMAIL, BY_NIP, Person
from shared.directory.people import find_by_number

if TYPE_CHECKING:
    from shared.kernel.context import Context


def form_of(person: Person) -> PersonForm:
    """Return what the directory says of somebody, as a form says it."""
    return PersonForm(
        person.name,
        person.nip or "",
        person.golongan,
        person.email or "",
        person.telephone or "",
        person.nik or "",
    )


def filled(person: Person, form: PersonForm) -> Person:
    """Return the person as a checked form says."""
    return replace(
        person,
        name=form.name,
        nip=form.nip or None,
        golongan=form.golongan,
        email=form.email or None,
        telephone=form.telephone or None,
        nik=form.nik or None,
    )


def require_own_numbers(person: Person, ctx: Context) -> None:
    """Refuse a NIP or an e-mail address that somebody else has."""
    # Queries in a command: who has a number is known by them alone; `load_numbers` guards it.
    by_nip = find_by_number(BY_NIP, person.nip, ctx) if person.nip else None
    if by_nip is not None and by_nip.id != person.id:
        raise NipTaken(f"Milik {by_nip.name}. Buka datanya, atau periksa kembali NIP-nya.", person_id=by_nip.id)
    by_email = find_by_number(BY_EMAIL, person.email, ctx) if person.email else None
    if by_email is not None and by_email.id != person.id:
        raise EmailTaken(f"Milik {by_email.name}. Pakai alamat lain, atau kosongkan.", person_id=by_email.id)
