"""Meetings of several agencies at once: everybody invited scans once, or is told that their meeting is cancelled."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bench.load import get, post
from functions.eagenda.domain.agenda import Agenda, Organiser
from functions.eagenda.domain.codes import link_code, slot_of
from functions.eagenda.domain.invitation import invite
from functions.eagenda.domain.plan import Plan, schedule
from functions.eagenda.domain.reminder import ReminderKind, remind
from functions.eagenda.records import (
    AGENDAS,
    ATTENDANCE,
    INVITATIONS,
    OF_AGENDA_IN_ORDER,
    QR_SECRETS,
    QrSecret,
    participation_key,
)
from functions.eagenda.reminders import REMINDERS
from shared.adapters.embedded.keys import signing_keys
from shared.adapters.local_identity import LocalIdentity
from shared.directory.directory import standing_of
from shared.directory.model import (
    APPOINTMENTS,
    ORGANISATIONS,
    PERSONS,
    POSITIONS,
    Organisation,
    OrganisationKind,
    Person,
    Position,
)
from shared.directory.standing import ROLES, STANDINGS, Role
from shared.kernel.collections import TypedCollection
from shared.kernel.journal import JOURNAL, WITH_ANSWER
from shared.permissions import Permission
from shared.ports.records import Records, Transaction
from shared.rules.appointment import Appointment, AppointmentKind
from shared.values import Secret

T = TypeVar("T")

MEETINGS = 8
_SINCE = date(2025, 1, 2)
_BATCH = 400  # Firestore takes 500 writes in one transaction
_ALL = 1_000_000

Value = tuple[TypedCollection[Any], Any]


class Hall:
    """Meetings and their participants in a store, and the signing keys in the data folder of its server."""

    def __init__(self, records: Records, data: Path, people: int, meetings: int = MEETINGS) -> None:
        """Fill an empty store; the participants of all meetings alternate, and each meeting has its own agency."""
        now = datetime.now(UTC)
        self.records = records
        self._identity = LocalIdentity(lambda: signing_keys(data / "keys"), records)
        self._agendas = [_agenda(number, now, people // meetings) for number in range(meetings)]
        self._secrets = {it.id: Secret(f"the secret of {it.id}") for it in self._agendas}
        self._invited = [(f"person-{number:05}", self._agendas[number % meetings]) for number in range(people)]
        self._scanned = 0
        values = itertools.chain(self._agencies(), self._meetings(), self._people())
        while batch := list(itertools.islice(values, _BATCH)):
            self.records.transact(partial(_write, values=batch, now=now))

    def scans(self, count: int) -> list[str]:
        """Return the requests of the next people, signed in and with the code that the screen shows now."""
        slot = slot_of(datetime.now(UTC))
        codes = {agenda_id: link_code(secret, agenda_id, slot) for agenda_id, secret in self._secrets.items()}
        people = self._invited[self._scanned : self._scanned + count]
        self._scanned += count
        now = datetime.now(UTC)
        return [self._scan(person_id, agenda, codes[agenda.id], now) for person_id, agenda in people]

    def scans_at(self, moments: Iterable[datetime]) -> list[str]:
        """Return the requests of everybody, each with the code that the screen shows at a moment."""
        self._scanned = len(self._invited)
        return [
            self._scan(person_id, agenda, link_code(self._secrets[agenda.id], agenda.id, slot_of(moment)), moment)
            for (person_id, agenda), moment in zip(self._invited, moments, strict=True)
        ]

    def _scan(self, person_id: str, agenda: Agenda, code: str, moment: datetime) -> str:
        body = {"agenda_id": agenda.id, "code": code}
        return post("/api/eagenda-record-attendance", body, self.token(person_id, moment))

    def opening(self, number: int = 0) -> str:
        """Return the request that opens the screen of a meeting."""
        agenda = self._agendas[number]
        return post("/api/eagenda-open-hall", {"agenda_id": agenda.id}, self.token(agenda.organiser.person_id))

    def list_of_present(self, moment: datetime) -> str:
        """Return the request by which an organiser's page asks at a moment who is present at the first meeting."""
        agenda = self._agendas[0]
        token = self.token(agenda.organiser.person_id, moment)
        return get(f"/api/eagenda-list-attendance?agenda_id={agenda.id}", token)

    def present(self) -> int:
        """Return how many are present at all meetings."""
        return sum(self._present(agenda.id) for agenda in self._agendas)

    def cancellations(self) -> Iterator[tuple[str, str]]:
        """Yield for each person the request that cancels their meeting, and the key of the reminder that follows."""
        for person_id, agenda in self._invited:
            body = {"agenda_id": agenda.id, "version": 1, "reason": "Pemateri berhalangan."}
            reminder = remind(agenda, person_id, ReminderKind.CANCELLED, agenda.starts_at)
            yield (
                post("/api/eagenda-cancel-agenda", body, self.token(agenda.organiser.person_id)),
                _key(REMINDERS, reminder),
            )

    def token(self, person_id: str, moment: datetime | None = None) -> str:
        """Return an access token of a participant or an organiser, as given at a moment: it lasts five minutes."""
        return self._identity.access_token(person_id, f"session-of-{person_id}", moment or datetime.now(UTC)).text

    def check(self) -> None:
        """Stop unless each scan, all acknowledged, has its one attendance and its one journal row, and no other has."""
        keys = [participation_key(agenda.id, person_id) for person_id, agenda in self._invited[: self._scanned]]
        lost = [key for key in keys if self.records.get(ATTENDANCE.stored, key) is None]
        present = self.present()
        answered = self.records.count(JOURNAL.question(WITH_ANSWER, equal=(True,)), _ALL)
        if lost or not present == answered == len(keys):
            found = f"{present} attendances and {answered} journal rows for {len(keys)} acknowledged scans"
            raise AssertionError(f"{found}; lost: {lost[:5]}")

    def _present(self, agenda_id: str) -> int:
        return self.records.count(ATTENDANCE.question(OF_AGENDA_IN_ORDER, equal=(agenda_id,)), _ALL)

    def _agencies(self) -> Iterator[Value]:
        yield ROLES, Role("attends", "Pegawai", (Permission.ATTEND,))
        yield ROLES, Role("organises", "Penyelenggara", (Permission.ATTEND, Permission.ORGANISE_AGENDA))
        for organiser in (agenda.organiser for agenda in self._agendas):
            agency = _agency(organiser)
            yield ORGANISATIONS, agency
            yield from _employee(organiser.person_id, agency, "organises")

    def _meetings(self) -> Iterator[Value]:
        for agenda in self._agendas:
            yield AGENDAS, agenda
            yield QR_SECRETS, QrSecret(agenda.id, self._secrets[agenda.id])

    def _people(self) -> Iterator[Value]:
        for person_id, agenda in self._invited:
            yield from _employee(person_id, _agency(agenda.organiser), "attends")
            yield INVITATIONS, invite(agenda, person_id)


def _agenda(number: int, now: datetime, invited: int) -> Agenda:
    organiser = Organiser(
        f"organiser-{number}",
        f"Penyelenggara {number}",
        "Kepala Bidang Contoh",
        f"opd-{number}",
        f"Dinas Contoh {number}",
        (f"opd-{number}", "pemkab"),
    )
    starts_at = now - timedelta(minutes=5)
    plan = Plan(f"Rapat contoh {number}", "Ruang rapat", starts_at, now + timedelta(hours=3), ("everybody",))
    return replace(schedule(f"agenda-{number}", plan, organiser, now), invited_count=invited)


def _agency(organiser: Organiser) -> Organisation:
    agency = organiser.organisation_id
    return Organisation(agency, OrganisationKind.OPD, organiser.organisation_name, agency, "pemkab")


def _employee(person_id: str, agency: Organisation, role_id: str) -> Iterator[Value]:
    person = Person(person_id, f"Pegawai {person_id}", "199001012015011001", golongan="III/a")
    position = Position(f"position-of-{person_id}", agency.id, "Pengolah Data", "pelaksana", (role_id,))
    appointment = Appointment(position.id, person_id, AppointmentKind.DEFINITIF, _SINCE)
    yield PERSONS, person
    yield POSITIONS, position
    yield APPOINTMENTS, appointment
    yield STANDINGS, standing_of(person, [appointment], {position.id: position}.get, {agency.id: agency}.get)


def _write(transaction: Transaction, values: Sequence[Value], now: datetime) -> None:
    for collection, value in values:
        body = collection.write(value, by="bench", at=now, before=None)
        transaction.create(collection.stored, _key(collection, value), body)


def _key(collection: TypedCollection[T], value: T) -> str:
    assert collection.key is not None  # noqa: S101 -- each of these collections has deterministic keys
    return collection.key(value)
