"""The data folder of every earlier release opens in this one and says what it said then."""

from __future__ import annotations

import json
import shutil
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.crashes.evidence import text_of
from tests.server import Caller, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
RELEASES = sorted(path.name.removesuffix(".tar.gz") for path in HERE.glob("*.tar.gz"))


@dataclass
class Office:
    """A server of today on the data of a release, and what that release said."""

    server: Server
    said: dict[str, Any]

    def ask(self, path: str, person_id: str = "") -> Any:  # noqa: ANN401 -- whatever JSON comes
        """Ask as the organiser of those days, or as somebody else."""
        with Caller(self.server) as caller:
            answer = caller.get(path, self.server.token(person_id or self.said["organiser"]))
        assert answer.status == 200, answer
        return answer.body


@pytest.fixture(params=RELEASES)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """Return an office that has been upgraded to this release."""
    with tarfile.open(HERE / f"{request.param}.tar.gz") as archive:
        archive.extractall(tmp_path / "var", filter="data")
    said = json.loads((HERE / f"{request.param}.json").read_text(encoding="utf-8"))
    with Server(tmp_path / "var") as server:
        yield Office(server, said)


def test_agendas_attendance_and_reminders_are_what_they_were(office: Office) -> None:
    said = office.said
    listed = office.ask("eagenda-list-agendas?period=past")["items"]
    listed += office.ask("eagenda-list-agendas?period=upcoming")["items"]
    present = office.ask(f"eagenda-list-attendance?agenda_id={said['closed']}")["items"]
    told = office.ask("eagenda-list-reminders", said["told"])["items"]

    assert {it["id"]: it["state"] for it in listed} == said["agendas"]
    assert [it["person_id"] for it in present] == said["present"]
    assert [(it["agenda_id"], it["kind"]) for it in told] == [(said["cancelled"], "cancelled")]


def test_agendas_from_before_there_were_guests_admit_none(office: Office) -> None:
    for agenda_id in office.said["agendas"]:
        assert office.ask(f"eagenda-show-agenda?agenda_id={agenda_id}")["admit_guests"] is False


def test_a_closed_list_keeps_its_hash_as_it_was_filed_and_when_it_is_printed_anew(office: Office) -> None:
    path = f"eagenda-print-daftar-hadir?agenda_id={office.said['closed']}"
    filed = office.ask(path)
    shutil.rmtree(office.server.data / "documents")
    printed = office.ask(path)

    assert office.said["sha256"] in text_of(filed)
    assert office.said["sha256"] in text_of(printed)


def test_people_sign_in_with_the_passwords_of_those_days(office: Office) -> None:
    credentials = {"login": "198706142011012903", "password": office.server.password()}
    with Caller(office.server) as caller:
        assert caller.post("portal-sign-in", credentials).body["person"]["name"] == "Dewi Masruroh, S.AP."
