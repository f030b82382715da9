"""A real office at its beginning: its roles, the regency itself, and the way in for the first administrator."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.portal.domain.account import Account
from functions.portal.domain.one_time_code import (
    OFFICE,
    SYLLABLES_FOR_THE_OFFICE,
    TIME_FOR_THE_OFFICE,
    OneTimeCode,
    heard,
    spoken,
)
from functions.portal.domain.set_up import is_set_up
from functions.portal.records import ACCOUNTS, ONE_TIME_CODES
from shared.accounts.credential import CREDENTIALS, Credential
from shared.accounts.login import LOGINS, Login
from shared.directory.directory import standing_of
from shared.directory.model import (
    APPOINTMENTS,
    ORGANISATIONS,
    PERSON_CARDS,
    PERSON_NUMBERS,
    PERSONS,
    POSITIONS,
    SEATS,
    Organisation,
    OrganisationKind,
    Person,
    Position,
    Seat,
)
from shared.directory.numbers import numbers_of
from shared.directory.people import card_of, new_person_id
from shared.directory.standing import STANDINGS
from shared.rebuild.state import DERIVED, DERIVED_KEY, current
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date
from shared.values import Secret

if TYPE_CHECKING:
    from functions.portal.domain.set_up import Self
    from shared.kernel.context import Context
    from shared.ports.ports import Ports
    from shared.ports.records import Reads, Transaction

REGENCY = "pemkab"
_POST = "administrator-kabupaten"
_BY = "init"


class OfficeExists(Exception):
    """Why no set-up code is given out, in one sentence for whoever runs the server."""


def prepare_office(ports: Ports, name: str, secret: Secret) -> tuple[str, OneTimeCode]:
    """Write the regency into an empty store and return a new set-up code; an earlier unused one is void.

    Raises OfficeExists where somebody has come in by a code, and where the store isn't one that this has made.
    """
    now = ports.clock.now()
    text = spoken(secret, SYLLABLES_FOR_THE_OFFICE)
    hashed = ports.identity.hash_password(heard(Secret(text)))
    code = OneTimeCode(OFFICE, hashed, _BY, now, now + TIME_FOR_THE_OFFICE)
    ports.records.transact(lambda transaction: _prepare(transaction, name, code))
    return text, code


def awaits_set_up(reads: Reads) -> bool:
    """Whether a set-up code was given out and nobody has come in by one."""
    body = reads.get(ONE_TIME_CODES.stored, OFFICE)
    return not is_set_up(ONE_TIME_CODES.read(body) if body else None)


def _prepare(transaction: Transaction, name: str, code: OneTimeCode) -> None:
    before = transaction.get(ONE_TIME_CODES.stored, OFFICE)
    regency = transaction.get(ORGANISATIONS.stored, REGENCY)
    if regency is not None and is_set_up(ONE_TIME_CODES.read(before) if before else None):
        raise OfficeExists("sudah punya administrator. Buka portalnya dan masuk seperti biasa.")
    if regency is None:
        organisation = Organisation(REGENCY, OrganisationKind.PEMDA, name, "Pemkab")
        written = ORGANISATIONS.write(organisation, by=_BY, at=code.issued_at, before=None)
        transaction.create(ORGANISATIONS.stored, REGENCY, written)
        transaction.create(
            DERIVED.stored, DERIVED_KEY, DERIVED.write(current(), by=_BY, at=code.issued_at, before=None)
        )
    body = ONE_TIME_CODES.write(code, by=_BY, at=code.issued_at, before=before)
    if before is None:
        transaction.create(ONE_TIME_CODES.stored, OFFICE, body)
    else:
        transaction.put(ONE_TIME_CODES.stored, OFFICE, body)


def write_first_administrator(self: Self, code: OneTimeCode, password_hash: Secret, ctx: Context) -> str:
    """Write the person, their post and their account, and use the code up; return the person's id."""
    person = Person(new_person_id(self.nip or self.email), self.name, self.nip or None, self.email or None)
    post = Position(_POST, REGENCY, "Administrator Kabupaten", roles=("pegawai", "penyelenggara", "administrator"))
    appointment = Appointment(_POST, person.id, AppointmentKind.DEFINITIF, wib_date(ctx.now))
    regency = ctx.get(ORGANISATIONS, REGENCY, right_from="the set-up code")
    standing = standing_of(person, [appointment], lambda _: post, lambda key: regency if key == REGENCY else None)

    ctx.create(PERSONS, person)
    for number in numbers_of(person):
        ctx.create(PERSON_NUMBERS, number)
    ctx.create(POSITIONS, post)
    ctx.create(APPOINTMENTS, appointment)
    ctx.create(SEATS, Seat(_POST, (appointment,), REGENCY))
    ctx.create(STANDINGS, standing)
    ctx.create(PERSON_CARDS, card_of(person, post.title, regency.name, regency.short_name))
    ctx.create(LOGINS, Login(self.nip or self.email, person.id))
    ctx.create(CREDENTIALS, Credential(person.id, password_hash))
    ctx.create(ACCOUNTS, Account(person.id, password_at=ctx.now))
    ctx.put(ONE_TIME_CODES, replace(code, used=True))
    return person.id
