"""kill -9 at random moments under load: what was acknowledged is there, and nothing has happened twice."""

from __future__ import annotations

import os
import random
import secrets
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.reminder import ReminderKind
from functions.eagenda.records import AGENDAS, ATTENDANCE, INVITATIONS, QR_SECRETS, participation_key
from functions.eagenda.reminders import REMINDERS
from shared.actor import ActorKind
from shared.kernel.catalogue import everything
from shared.kernel.journal import JOURNAL, Relay, State, journal_key
from shared.permissions import Permission
from tests.crashes.evidence import Evidence, text_of
from tests.crashes.office import Acknowledged, Office
from tests.server import Server

if TYPE_CHECKING:
    from pathlib import Path

    from shared.events.event import EventEnvelope

SOAK = os.environ.get("SOAK") == "1"
KILLS = 200 if SOAK else 20
OFFICES = 4


@pytest.mark.slow
@pytest.mark.timeout(0 if SOAK else 240)
def test_a_killed_server_has_kept_what_it_acknowledged_and_has_done_nothing_twice(tmp_path: Path) -> None:
    seed = int(os.environ.get("CRASH_SEED") or secrets.randbelow(1_000_000))
    evidence = Evidence(tmp_path / "var")
    chance = random.Random(seed)  # noqa: S311 -- repeatable on purpose
    with Server(tmp_path / "var") as server:
        offices = open_offices(server, chance)
        kill_under_load(server, offices, chance)
        evidence.wait_until_quiet()
        assert server.stop() == 0

    acknowledged = [command for office in offices for command in office.acknowledged]
    interrupted = sum(office.interrupted for office in offices)
    print(  # noqa: T201 -- what a failure is repeated with
        f"CRASH_SEED={seed}: {KILLS} kills, {len(acknowledged)} commands, {interrupted} sent again after a kill"
    )
    assert interrupted > 0
    assert evidence.integrity() == "ok"
    every_command_has_one_row_with_its_answer(acknowledged, evidence)
    every_scan_is_one_attendance(acknowledged, evidence)
    every_agenda_is_whole(acknowledged, evidence)
    every_event_had_its_effect_once(evidence)
    everybody_invited_to_a_cancelled_agenda_is_told_once(acknowledged, evidence)
    every_closed_list_is_filed_once(acknowledged, evidence)


def open_offices(server: Server, chance: random.Random) -> list[Office]:
    """Let some offices of different organisations call everybody to their meetings."""
    people = server.people()
    organisers = {it.organisation_id: it.id for it in people if Permission.ORGANISE_AGENDA in it.permissions}
    everybody = [person.id for person in people]
    return [
        Office(server, organiser, everybody, random.Random(chance.random()))  # noqa: S311 -- repeatable on purpose
        for organiser in list(organisers.values())[:OFFICES]
    ]


def kill_under_load(server: Server, offices: list[Office], chance: random.Random) -> None:
    """Kill and start the server while the offices work; now and then kill it while it is starting, too."""
    over = threading.Event()
    with ThreadPoolExecutor(len(offices)) as threads:
        working = [threads.submit(office.work_until, over) for office in offices]
        try:
            for _ in range(KILLS):
                time.sleep(chance.uniform(0, 1.2))
                server.kill()
                if chance.random() < 0.1:
                    server.launch()
                    time.sleep(chance.uniform(0, 0.6))
                    server.kill()
                server.start()
        finally:
            over.set()
        for office in working:
            office.result()


def every_command_has_one_row_with_its_answer(acknowledged: list[Acknowledged], evidence: Evidence) -> None:
    expected = {
        journal_key(it.operation.replace("-", "_"), ActorKind.PERSON, it.person_id, it.key): it.storable_answer()
        for it in acknowledged
    }
    assert evidence.answers_to_people() == expected


def every_scan_is_one_attendance(acknowledged: list[Acknowledged], evidence: Evidence) -> None:
    scans = [it for it in acknowledged if it.operation.startswith("eagenda-record-attendance")]
    recorded = evidence.all(ATTENDANCE)
    assert {it.key for it in recorded} == {participation_key(it.answer["agenda_id"], it.person_id) for it in scans}
    assert {it.version for it in recorded} == {1}


def every_agenda_is_whole(acknowledged: list[Acknowledged], evidence: Evidence) -> None:
    """An agenda has its secret and its invitations, and was changed at most once after it was created."""
    creations = {it.answer["id"]: it for it in acknowledged if it.operation == "eagenda-create-agenda"}
    agendas = evidence.all(AGENDAS)
    assert {it.key for it in agendas} == creations.keys() == {it.key for it in evidence.all(QR_SECRETS)}
    assert all(it.version == (1 if it.value.state is AgendaState.SCHEDULED else 2) for it in agendas)
    assert {it.key for it in evidence.all(INVITATIONS)} == {
        participation_key(agenda_id, person_id)
        for agenda_id, creation in creations.items()
        for person_id in creation.body["invited"]
    }


def every_event_had_its_effect_once(evidence: Evidence) -> None:
    """Each event that somebody listens to was handed on, and led to one completed row of each listener."""
    journal = {it.key: it.value for it in evidence.all(JOURNAL)}
    heard = [(target, event.id) for row in journal.values() for event in row.events for target in listeners(event)]
    expected = {journal_key(target, ActorKind.SERVICE, target, event_id) for target, event_id in heard}
    done = {key: row for key, row in journal.items() if row.operation in {target for target, _ in heard}}
    assert done.keys() == expected
    assert {row.state for row in done.values()} == {State.COMPLETED}
    assert {row.relay for row in journal.values()} == {Relay.DONE}


def listeners(event: EventEnvelope) -> list[str]:
    return [it.target for it in everything() if any(kind.event_name() == event.name for kind in it.events)]


def everybody_invited_to_a_cancelled_agenda_is_told_once(acknowledged: list[Acknowledged], evidence: Evidence) -> None:
    cancelled = {it.body["agenda_id"] for it in acknowledged if it.operation == "eagenda-cancel-agenda"}
    reminders = evidence.all(REMINDERS)
    told = {it.key.rpartition(":")[0]: it.version for it in reminders}  # the key ends with the agenda's time
    invited = [it for it in evidence.all(INVITATIONS) if it.value.agenda_id in cancelled]
    assert told == {f"{it.key}:{ReminderKind.CANCELLED}": 1 for it in invited}
    assert len(told) == len(reminders)
    assert {(it.version, it.value.state) for it in invited} == {(2, AgendaState.CANCELLED)}


def every_closed_list_is_filed_once(acknowledged: list[Acknowledged], evidence: Evidence) -> None:
    sheets = {
        f"eagenda/{it.body['agenda_id']}/daftar-hadir-1.pdf": it.answer["sheet"]["sha256"]
        for it in acknowledged
        if it.operation == "eagenda-close-attendance"
    }
    documents = evidence.documents()
    assert documents.keys() == sheets.keys()
    assert all(sha256 in text_of(documents[name]) for name, sha256 in sheets.items())
