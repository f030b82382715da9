"""Many offices take attendance at the same moment: nobody is lost and nobody stands on a list twice."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from shared.permissions import Permission
from tests.cloud.waiting import eventually
from tests.server import Answer, Caller, Server

if TYPE_CHECKING:
    from pathlib import Path

OFFICES = 8
PHONES_AT_ONCE = 32


@pytest.mark.slow
def test_eight_offices_take_attendance_at_once_and_nobody_is_lost_or_doubled(tmp_path: Path) -> None:
    with Server(tmp_path / "var") as server:
        everybody = [person.id for person in server.people()]
        meetings = {call_meeting(server, organiser, everybody): organiser for organiser in organisers(server)}
        codes = {agenda_id: hall_code(server, agenda_id, organiser) for agenda_id, organiser in meetings.items()}
        scans = [(agenda_id, person_id) for agenda_id in meetings for person_id in everybody] * 2
        random.shuffle(scans)

        with ThreadPoolExecutor(PHONES_AT_ONCE) as phones:
            answers = list(phones.map(lambda it: scan(server, it[0], codes[it[0]], it[1]), scans))

        first = {key: it.body["attended_at"] for key, it in zip(scans, answers, strict=True) if not it.body["already"]}
        assert {it.status for it in answers} == {200}
        assert len(first) == len(scans) / 2 == sum(not it.body["already"] for it in answers)
        assert all(it.body["attended_at"] == first[key] for key, it in zip(scans, answers, strict=True))
        for agenda_id, organiser in meetings.items():
            in_order = sorted((at, person_id) for (of, person_id), at in first.items() if of == agenda_id)
            assert sorted(whole_list(server, agenda_id, organiser)) == in_order


def organisers(server: Server) -> list[str]:
    """Return one person of each office that calls a meeting."""
    people = [it for it in server.people() if Permission.ORGANISE_AGENDA in it.permissions]
    return list({it.organisation_id: it.id for it in people}.values())[:OFFICES]


def call_meeting(server: Server, organiser: str, invited: list[str]) -> str:
    """Let an organiser call everybody to a meeting that has begun."""
    now = datetime.now(UTC)
    plan = {
        "title": "Rapat koordinasi",
        "place": "Aula",
        "starts_at": now.isoformat(),
        "ends_at": (now + timedelta(hours=2)).isoformat(),
        "invited": invited,
    }
    with Caller(server) as caller:
        agenda_id = str(caller.post("eagenda-create-agenda", plan, server.token(organiser)).body["id"])
        address = f"eagenda-show-agenda?agenda_id={agenda_id}"
        # So many are invited by a job that goes on after the answer.
        eventually(
            lambda: caller.get(address, server.token(organiser)).body["invited_count"] == len(invited), pause=0.2
        )
    return agenda_id


def hall_code(server: Server, agenda_id: str, organiser: str) -> str:
    """Return the code on the screen of the hall."""
    with Caller(server) as caller:
        opened = caller.post("eagenda-open-hall", {"agenda_id": agenda_id}, server.token(organiser))
        hall = caller.get("eagenda-show-hall", opened.body["display_token"])
    return str(hall.body["codes"][0]["link"].partition("#")[2])


def scan(server: Server, agenda_id: str, code: str, person_id: str) -> Answer:
    """Scan with a phone of one's own."""
    with Caller(server) as caller:
        body = {"agenda_id": agenda_id, "code": code}
        return caller.post("eagenda-record-attendance", body, server.token(person_id))


def whole_list(server: Server, agenda_id: str, organiser: str) -> list[tuple[str, str]]:
    """Return when everybody on the list has arrived, page after page."""
    present: list[tuple[str, str]] = []
    cursor = ""
    with Caller(server) as caller:
        while True:
            page = caller.get(f"eagenda-list-attendance?agenda_id={agenda_id}{cursor}", server.token(organiser)).body
            present += [(it["attended_at"], it["person_id"]) for it in page["items"]]
            if page["next_cursor"] is None:
                return present
            cursor = f"&cursor={page['next_cursor']}"
