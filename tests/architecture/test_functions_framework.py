"""The real functions-framework serves one target of each kind: called, it does its work; without its token, nothing."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.records import ATTENDANCE, OF_AGENDA_IN_ORDER
from functions.eagenda.reminders import OF_PERSON_NEWEST_FIRST, REMINDERS
from shared import codec
from shared.adapters.embedded.keys import signing_keys
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.local_identity import LocalIdentity
from shared.events.eagenda import AgendaStartsSoon
from shared.events.event import EventEnvelope
from tests.architecture.framework import deployed
from tests.desk import Desk
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow  # each starts a process

PUSHED = {
    "ce-id": "1",
    "ce-source": "//pubsub.googleapis.com/projects/trowulan/topics/eagenda",
    "ce-specversion": "1.0",
    "ce-type": "google.cloud.pubsub.topic.v1.messagePublished",
}


class Office:
    """A data folder that holds one meeting, which begins in twenty minutes."""

    def __init__(self, data: Path, records: SqliteRecords) -> None:
        self.data = data
        self.desk = Desk(records, data)
        self.desk.clock.set(datetime.now(UTC))
        self.identity = LocalIdentity(lambda: signing_keys(data / "keys"), records)
        self.meeting = Meeting(self.desk, starts_at=datetime.now(UTC) + timedelta(minutes=20))
        self.guest = self.meeting.guest

    def service_token(self, target: str) -> str:
        return self.identity.service_token(target, datetime.now(UTC)).text


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    data = tmp_path / "data"
    data.mkdir()
    records = SqliteRecords(data / "records.db")
    yield Office(data, records)
    records.close()


def test_an_http_target_answers_its_caller_and_keeps_what_it_did(office: Office) -> None:
    with deployed("eagenda_record_attendance", office.data) as target:
        scan = {"agenda_id": office.meeting.id, "code": office.meeting.code(datetime.now(UTC))}
        token = office.identity.access_token(office.guest.id, "session", datetime.now(UTC)).text

        refused, _ = target.post(scan, "")
        answered = [target.post(scan, token) for _ in range(2)]

    assert refused == 401
    assert [(status, body["already"]) for status, body in answered] == [(200, False), (200, True)]
    [attendance] = office.desk.all(ATTENDANCE, OF_AGENDA_IN_ORDER, office.meeting.id)
    assert attendance.attendee.person_id == office.guest.id


def test_a_cloudevent_target_follows_a_pubsub_push_once(office: Office) -> None:
    target_name = "eagenda_notify_participants"
    event = AgendaStartsSoon(office.meeting.id, office.meeting.starts_at)
    envelope = EventEnvelope(
        id="event-1",
        name=AgendaStartsSoon.event_name(),
        at=datetime.now(UTC),
        actor="eagenda_remind_participants",
        organisation_id="diskominfo",
        caused_by="run-1",
        data=json.loads(codec.encode_answer_json(AgendaStartsSoon, event)),
    )
    sent = base64.b64encode(codec.encode_answer_json(EventEnvelope, envelope)).decode()
    message = {"message": {"data": sent, "messageId": "1"}, "subscription": "projects/trowulan/subscriptions/notify"}

    def reminders() -> int:
        return len(office.desk.all(REMINDERS, OF_PERSON_NEWEST_FIRST, office.guest.id))

    with deployed(target_name, office.data) as target:
        wrong_tokens = ["", office.service_token("eagenda_remind_participants"), "open sesame"]
        refused = [target.post(message, token, PUSHED)[0] for token in wrong_tokens]
        before = reminders()
        accepted = [target.post(message, office.service_token(target_name), PUSHED)[0] for _ in range(2)]

    assert (refused, before) == ([401, 401, 401], 0)
    assert (accepted, reminders()) == ([200, 200], 1)


def test_a_scheduled_target_runs_when_our_scheduler_calls_it(office: Office) -> None:
    target_name = "eagenda_remind_participants"

    def announced() -> list[str]:
        return [event.agenda_id for event in office.desk.announced(AgendaStartsSoon)]

    with deployed(target_name, office.data) as target:
        refused = [target.post({}, token)[0] for token in ("", office.service_token("eagenda_notify_participants"))]
        before = announced()
        accepted = target.post({}, office.service_token(target_name))[0]

    assert (refused, before) == ([401, 401], [])
    assert (accepted, announced()) == (200, [office.meeting.id])
