"""The data folder of every earlier release opens in this one and says what it said then."""

from __future__ import annotations

import shutil
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from shared.adapters.due_timers import TIMERS, Timer
from shared.directory.model import POSITIONS, SEATS
from shared.rebuild.state import DERIVED, DERIVED_KEY, current
from tests.crashes.evidence import Evidence, text_of
from tests.server import Caller
from tests.upgrades.upgraded import RELEASES, Upgraded, upgraded

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 30.0


@pytest.fixture(params=RELEASES, scope="module")
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Upgraded]:
    """Return an office that has been upgraded to this release."""
    with upgraded(request.param, tmp_path_factory.mktemp("earlier")) as office:
        yield office


def test_agendas_attendance_and_reminders_are_what_they_were(office: Upgraded) -> None:
    said = office.said
    listed = office.ask("eagenda-list-agendas?period=past")["items"]
    listed += office.ask("eagenda-list-agendas?period=upcoming")["items"]
    present = office.ask(f"eagenda-list-attendance?agenda_id={said['closed']}")["items"]
    told = office.ask("eagenda-list-reminders", said["told"])["items"]

    assert {it["id"]: it["state"] for it in listed} == said["agendas"]
    assert [it["person_id"] for it in present] == said["present"]
    assert [(it["agenda_id"], it["kind"]) for it in told] == [(said["cancelled"], "cancelled")]


def test_agendas_from_before_there_were_guests_admit_none(office: Upgraded) -> None:
    for agenda_id in office.said["agendas"]:
        assert office.ask(f"eagenda-show-agenda?agenda_id={agenda_id}")["admit_guests"] is False


def test_people_sign_in_with_the_passwords_of_those_days(office: Upgraded) -> None:
    credentials = {"login": "198706142011012903", "password": office.server.password()}
    with Caller(office.server) as caller:
        assert caller.post("portal-sign-in", credentials).body["person"]["name"] == "Dewi Masruroh, S.AP."


def test_what_a_release_derived_is_made_anew_by_itself(office: Upgraded) -> None:
    server, deadline = office.server, time.monotonic() + SECONDS
    server.given(TIMERS, Timer("portal_look_for_outdated", datetime.now(UTC)))
    while (state := server.found(DERIVED, DERIVED_KEY)) is None or state.versions != current().versions:
        assert time.monotonic() < deadline, state
        time.sleep(0.1)
    assert office.finds("masruroh") == ["Dewi Masruroh, S.AP."]
    evidence = Evidence(server.data)
    assert {it.key for it in evidence.all(SEATS)} == {it.key for it in evidence.all(POSITIONS)}


def test_a_closed_list_keeps_its_hash_as_it_was_filed_and_when_it_is_printed_anew(office: Upgraded) -> None:
    path = f"eagenda-print-daftar-hadir?agenda_id={office.said['closed']}"
    filed = office.ask(path)
    shutil.rmtree(office.server.data / "documents")
    printed = office.ask(path)

    assert office.said["sha256"] in text_of(filed)
    assert office.said["sha256"] in text_of(printed)
