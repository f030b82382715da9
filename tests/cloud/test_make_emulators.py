"""``make emulators``: one command serves the demo regency in the cloud's shape, and leaves no process behind."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import uuid
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from infra.emulators.firebase import PROGRAM, Ports, running_firebase
from infra.emulators.processes import LOOPBACK, ROOT, service_port
from infra.emulators.services import EmulatorFailure
from run import EMULATORS_PORTS, before, with_java, with_node
from tests.cloud.waiting import eventually
from tests.emulators import need
from tests.journeys.people import ARIF, DEWI
from tests.tools.launch import run_py

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.emulator, pytest.mark.timeout(240)]

SECONDS_TO_BE_READY = 60  # twice what is promised: half of the machine is at other tests
SECONDS_TO_END = 15
LISTENING = "0A"  # a state in /proc/net/tcp
LOOPBACK_IN_PROC = {"0100007F", "0000000000000000FFFF00000100007F"}


@dataclass(frozen=True)
class Started:
    """What the command becomes once all is installed: a test installs nothing. Its environment marks all it starts."""

    process: subprocess.Popen[str]
    port: int
    output: Path
    mark: str

    def processes(self) -> list[Path]:
        """Return its processes and theirs, as folders of /proc."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # another's, or gone
                if self.mark.encode() in (folder / "environ").read_bytes():
                    found.append(folder)
        return found

    def call(self, method: str, path: str, body: object = None, token: str = "") -> Any:  # noqa: ANN401 -- an operation's answer
        headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=30)
        connection.request(method, path, json.dumps(body) if body else None, headers)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        assert response.status == 200, content
        return json.loads(content) if "json" in response.headers["Content-Type"] else content

    def token_of(self, login: str) -> str:
        """Sign in with the password that was printed."""
        (password,) = re.findall(r"^Kata sandi.*: (\S+)$", self.output.read_text(), re.MULTILINE)
        return str(self.call("POST", "/api/portal-sign-in", {"login": login, "password": password})["access_token"])

    def is_ready(self) -> bool:
        text = self.output.read_text()
        assert self.process.poll() is None, text
        return "Kata sandi" in text


@contextmanager
def started(folder: Path) -> Iterator[Started]:
    """Start, be ready in time, and in the end kill what should have ended."""
    if not PROGRAM.is_file():
        need("firebase-tools: `make emulators` installs it")
    mark, port, output = f"TRIAL={uuid.uuid4().hex}", nine_ports(), folder / "output"
    name, _, value = mark.partition("=")
    with output.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "infra.emulators", "--port", str(port), "--data", str(folder / "data")],
            cwd=ROOT,
            env={**with_java(with_node()), name: value},
            stdout=file,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
    trial = Started(process, port, output, mark)
    try:
        eventually(trial.is_ready, SECONDS_TO_BE_READY, pause=0.1)
        yield trial
        process.wait(SECONDS_TO_END)
        eventually(lambda: trial.processes() == [], 5, pause=0.1)
    finally:
        for left in trial.processes():
            os.kill(int(left.name), signal.SIGKILL)
        process.wait()


def nine_ports() -> int:
    """Return the first of so many free ports in a row."""
    while True:
        first = service_port()
        with suppress(OSError), ExitStack() as held:
            for port in range(first, first + EMULATORS_PORTS):
                held.enter_context(socket.create_server((LOOPBACK, port)))
            return first


def listening(processes: list[Path]) -> set[str]:
    """Return the addresses that processes take connections at, as the kernel writes them."""
    sockets = set()
    for folder in processes:
        for descriptor in (folder / "fd").iterdir():
            with suppress(OSError):
                sockets.add(str(descriptor.readlink()))
    lines = [line.split() for name in ("tcp", "tcp6") for line in Path("/proc/net", name).read_text().splitlines()]
    return {it[1].partition(":")[0] for it in lines if it[3] == LISTENING and f"socket:[{it[9]}]" in sockets}


def test_one_command_serves_pushes_events_and_stops_without_a_process_left(tmp_path: Path) -> None:
    with started(tmp_path) as trial:
        assert b'<div id="root">' in trial.call("GET", "/")
        organiser, invited = trial.token_of(DEWI.login), trial.token_of(ARIF.login)
        starts_at = datetime.now(UTC) + timedelta(days=2)
        plan = {
            "title": "Rapat",
            "place": "Aula",
            "starts_at": starts_at.isoformat(),
            "ends_at": (starts_at + timedelta(hours=1)).isoformat(),
            "invited": [ARIF.person_id],
        }
        agenda_id = trial.call("POST", "/api/eagenda-create-agenda", plan, organiser)["id"]
        reason = {"agenda_id": agenda_id, "version": 1, "reason": "Ditunda"}
        trial.call("POST", "/api/eagenda-cancel-agenda", reason, organiser)
        eventually(lambda: trial.call("GET", "/api/eagenda-list-reminders", token=invited)["items"] != [], pause=0.2)
        assert listening(trial.processes()) <= LOOPBACK_IN_PROC
        os.killpg(trial.process.pid, signal.SIGINT)  # as Ctrl-C at a terminal
    assert trial.process.returncode == 0
    assert "Dihentikan." in trial.output.read_text()


def test_when_the_emulators_end_it_says_so_and_ends_without_a_process_left(tmp_path: Path) -> None:
    with started(tmp_path) as trial:
        (node,) = (it for it in trial.processes() if PROGRAM.name in (it / "cmdline").read_text())
        os.kill(int(node.name), signal.SIGKILL)
    assert trial.process.returncode == 1
    assert "Emulator berhenti sendiri: periksa " in trial.output.read_text()


def way_out(folder: Path, **environment: str) -> str:
    """Return the sentence with which firebase-tools is given up."""
    if not PROGRAM.is_file():
        need("firebase-tools: `make emulators` installs it")
    with pytest.MonkeyPatch.context() as changed:
        for name, value in environment.items():
            changed.setenv(name, value)
        ports = Ports(*(service_port() for _ in range(6)))
        with (
            running_firebase("demo-trial", ports, folder, sdk=None) as firebase,
            pytest.raises(EmulatorFailure) as given_up,
        ):
            firebase.await_ready()
    return str(given_up.value)


def java(folder: Path, version: str) -> Path:
    """Write a program that answers as a Java of that version does when it is asked for it."""
    program = folder / "java"
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2025-04-15' >&2\n")
    program.chmod(0o755)
    return folder


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        ("17.0.15", "Java ini terlalu tua untuk emulator: pasang JDK 21 atau lebih baru."),
        (
            "21.0.7",
            (
                "Emulator tidak dapat diunduh: sambungkan komputer ini ke internet, atau pasang paket "
                "google-cloud-cli-firestore-emulator dan google-cloud-cli-pubsub-emulator."
            ),
        ),
    ],
    ids=["old Java", "no emulators to be had"],
)
def test_what_is_missing_for_the_emulators_is_said_in_one_sentence(tmp_path: Path, version: str, sentence: str) -> None:
    (tmp_path / "home").mkdir()
    path = before(java(tmp_path, version), with_node())["PATH"]
    nobody = f"http://{LOOPBACK}:{service_port()}"
    assert way_out(tmp_path, PATH=path, HOME=str(tmp_path / "home"), HTTPS_PROXY=nobody, https_proxy=nobody) == sentence


def test_each_of_the_nine_ports_must_be_free_and_there_must_be_nine(tmp_path: Path) -> None:
    first = nine_ports()
    with socket.create_server((LOOPBACK, first + EMULATORS_PORTS - 1)):
        taken = run_py("emulators", "--port", str(first), "--data", str(tmp_path)).refusal()
    beyond = run_py("emulators", "--port", "65530", "--data", str(tmp_path)).refusal()

    assert f"Port {first + EMULATORS_PORTS - 1} sedang dipakai" in taken
    assert "bukan “65536”" in beyond
