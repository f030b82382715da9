"""The demonstration regency: fills an empty store on the first start, for loopback only."""

from __future__ import annotations

import csv
import os
import secrets
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.accounts.credential import CREDENTIALS, Credential
from shared.accounts.login import LOGINS, Login
from shared.directory.appointing import seat_of
from shared.directory.directory import standing_of
from shared.directory.model import (
    APPOINTMENTS,
    ORGANISATIONS,
    PERSON_CARDS,
    PERSON_NUMBERS,
    PERSONS,
    POSITIONS,
    SEATS,
    Person,
    Position,
)
from shared.directory.numbers import numbers_of
from shared.directory.people import card_of
from shared.directory.seed import organisations_of
from shared.directory.standing import STANDINGS
from shared.letterheads import LETTERHEADS, NUMBER_CODES, Letterhead, NumberCode
from shared.rebuild.state import DERIVED, current
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date
from shared.values import Secret

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from shared.kernel.collections import TypedCollection
    from shared.ports.ports import Ports
    from shared.ports.records import Transaction

SEED = Path(__file__).parent / "seed"
OFFICES = Path(__file__).parents[1] / "directory" / "seed"  # data, no code: a real office begins with the same
_BATCH = 200
_NUMBER_CODES = {"diskominfo": "416-114", "bapenda": "416-204", "setda": "416-012"}  # so that letters have numbers
_PASSWORD_FILE = "demo-password"  # noqa: S105 -- the file's name

Value = tuple["TypedCollection[Any]", Any]


def fill_demo(ports: Ports, data: Path) -> tuple[list[tuple[str, str]], str]:
    """Fill an empty store; return the demo accounts (login, what for) and the password of this installation."""
    password = _password(data)
    accounts = list(_rows("demo_accounts"))
    if ports.records.get(ORGANISATIONS.stored, "pemkab") is None:
        now = ports.clock.now()
        hashed = ports.identity.hash_password(Secret(password))
        values = [*_directory(wib_date(now)), *_accounts(accounts, hashed)]
        values.reverse()  # the marker that says "filled" is written last, so that a crash before it starts over
        for start in range(0, len(values), _BATCH):
            batch = values[start : start + _BATCH]
            ports.records.transact(partial(_write, values=batch, now=now))
    return [(row["login"], row["why"]) for row in accounts], password


def is_demo(data: Path) -> bool:
    """Tell whether a data folder was filled by a demo; such data stay a demo's."""
    return (data / _PASSWORD_FILE).exists()


def _write(transaction: Transaction, values: list[Value], now: datetime) -> None:
    for collection, value in values:
        assert collection.key is not None  # noqa: S101 -- every collection of the directory has deterministic keys
        body = collection.write(value, by="demo", at=now, before=None)
        transaction.put(collection.stored, collection.key(value), body)


def _directory(today: date) -> Iterator[Value]:
    organisations = {it.id: it for it in organisations_of(OFFICES)}
    yield DERIVED, current()
    positions = {it.id: it for it in map(_position, _rows("positions"))}
    appointments = list(map(_appointment, _rows("appointments")))
    yield from ((ORGANISATIONS, organisation) for organisation in organisations.values())
    for organisation_id, code in _NUMBER_CODES.items():
        yield LETTERHEADS, Letterhead(organisation_id, number_code=code)
        yield NUMBER_CODES, NumberCode(code, organisation_id)
    yield from ((POSITIONS, position) for position in positions.values())
    yield from ((APPOINTMENTS, appointment) for appointment in appointments)
    for position in positions.values():
        yield SEATS, seat_of(position, (it for it in appointments if it.position_id == position.id), today)
    for row in _rows("persons"):
        person = Person(row["id"], row["name"], row["nip"] or None, row["email"] or None, row["golongan"])
        theirs = (appointment for appointment in appointments if appointment.person_id == person.id)
        standing = standing_of(person, theirs, positions.get, organisations.get)
        yield PERSONS, person
        yield from ((PERSON_NUMBERS, number) for number in numbers_of(person))
        yield STANDINGS, standing
        for held in standing.on(today)[:1]:
            office = organisations[held.organisation_id]
            title = positions[held.position_id].title
            yield PERSON_CARDS, card_of(person, title, office.name, office.short_name)


def _position(row: dict[str, str]) -> Position:
    roles = tuple(row["roles"].split())
    return Position(row["id"], row["organisation_id"], row["title"], row["rank_class"], roles)


def _appointment(row: dict[str, str]) -> Appointment:
    ends_on = date.fromisoformat(row["ends_on"]) if row["ends_on"] else None
    kind, starts_on = AppointmentKind(row["kind"]), date.fromisoformat(row["starts_on"])
    return Appointment(row["position_id"], row["person_id"], kind, starts_on, ends_on)


def _accounts(accounts: list[dict[str, str]], hashed: Secret) -> Iterator[Value]:
    for row in accounts:
        yield LOGINS, Login(row["login"], row["person_id"])
        yield CREDENTIALS, Credential(row["person_id"], hashed)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (SEED / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def _password(data: Path) -> str:
    """Return the demo accounts' password: drawn once for each installation, so that no two share it."""
    path = data / _PASSWORD_FILE
    if not path.exists():
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(f"contoh-{secrets.token_hex(4)}")
    return path.read_text().strip()
