"""A client that a generator wrote from the document, as another office would have one, calls a real server."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.server import Server

if TYPE_CHECKING:
    from pathlib import Path

ORGANISER, GUEST = "198706142011012903", "p-wwg4wy26em"

# The generator reads files as octets and asks to be told which media types are files.
FILES = {
    "application/pdf": "application/octet-stream",
    "image/png": "application/octet-stream",
    "image/jpeg": "application/octet-stream",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "application/octet-stream",
}

CALL = """
import sys
from datetime import datetime, timedelta, timezone
from office import AuthenticatedClient, Client
from office.api.eagenda import eagenda_create_agenda, eagenda_export_attendance, eagenda_show_agenda
from office.api.portal import portal_sign_in
from office.models import Credentials, Plan, Problem

url, login, password, guest = sys.argv[1:]
refused = portal_sign_in.sync(client=Client(url), body=Credentials(login, password + "?"))
assert isinstance(refused, Problem) and refused.type_ == "/problems/wrong-credentials", refused
signed_in = portal_sign_in.sync(client=Client(url), body=Credentials(login, password))
client = AuthenticatedClient(url, signed_in.access_token)
begins = datetime.now(timezone.utc) + timedelta(minutes=10)
plan = Plan("Rapat Koordinasi SPBE", "Pendopo", begins, begins + timedelta(hours=1), [guest])
agenda = eagenda_create_agenda.sync(client=client, body=plan, idempotency_key="one key")
again = eagenda_create_agenda.sync(client=client, body=plan, idempotency_key="one key")
shown = eagenda_show_agenda.sync(client=client, agenda_id=agenda.id)
table = eagenda_export_attendance.sync(client=client, agenda_id=agenda.id)
print(again.id == agenda.id, shown.title, shown.starts_at == begins, table.payload.read(2))
"""

pytestmark = pytest.mark.slow


def run(*command: str, folder: Path) -> str:
    ran = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
    return ran.stdout


def test_a_generated_client_signs_in_creates_an_agenda_and_fetches_its_table(tmp_path: Path) -> None:
    settings = tmp_path / "generator.json"
    settings.write_text(json.dumps({"content_type_overrides": FILES, "post_hooks": []}))
    with Server(tmp_path / "var") as server:
        document = f"{server.url}/api/openapi.json"
        run(
            *("-m", "openapi_python_client", "generate", "--url", document, "--config", str(settings)),
            *("--meta", "none", "--output-path", "office", "--fail-on-warning"),
            folder=tmp_path,
        )
        said = run("-c", CALL, server.url, ORGANISER, server.password(), GUEST, folder=tmp_path)
    assert said == "True Rapat Koordinasi SPBE True b'PK'\n"
