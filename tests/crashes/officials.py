"""Two hundred officials of whom each gets the next one's post, rotated over HTTP."""

from __future__ import annotations

import csv
import hashlib
import http.client
import io
from datetime import date
from typing import TYPE_CHECKING, Any

from functions.directory.domain.rotation_file import COLUMNS
from shared.directory.model import APPOINTMENTS, PERSONS, POSITIONS, Person, Position
from shared.permissions import Permission
from shared.rules.appointment import Appointment, AppointmentKind
from tests.server import Caller

if TYPE_CHECKING:
    from tests.server import Server

OFFICIALS = 200
BEGUN = date(2024, 1, 2)
BASIS = "Keputusan Bupati Nomor 821.2/15/2026"
_MONTHS, _SERIALS = 12, 9


def person(number: int) -> str:
    return f"official-{number % OFFICIALS:03}"


def post(number: int) -> str:
    return f"post-{number % OFFICIALS:03}"


def nip(number: int) -> str:
    year, rest = divmod(number, _MONTHS * _SERIALS)
    return f"{1986 + year}{1 + rest % _MONTHS:02}26201505100{1 + rest // _MONTHS}"


def administrators(server: Server) -> list[str]:
    return [it.id for it in server.people() if Permission.MANAGE_DIRECTORY in it.permissions]


def let_officials_hold_posts(server: Server) -> None:
    numbers = range(OFFICIALS)
    server.given(PERSONS, *(Person(person(it), f"Pejabat {it}", nip(it)) for it in numbers))
    server.given(POSITIONS, *(Position(post(it), "bkpsdm", f"Kepala Seksi {it}", "IV.a") for it in numbers))
    held = (Appointment(post(it), person(it), AppointmentKind.DEFINITIF, BEGUN) for it in numbers)
    server.given(APPOINTMENTS, *held)


def send(server: Server, token: str, first_day: date) -> str:
    """Announce a file in which each official gets the next one's post, put it and have it planned."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows((COLUMNS, *((nip(it), post(it + 1)) for it in range(OFFICIALS))))
    content = file.getvalue().encode()
    announced = {
        "first_day": f"{first_day}",
        "basis": BASIS,
        "name": "mutasi.csv",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    with Caller(server) as caller:
        began: dict[str, Any] = caller.post("directory-begin-rotation", announced, token).body
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("PUT", began["url"], content, began["headers"])
    assert connection.getresponse().status < 300
    connection.close()
    with Caller(server) as caller:
        planned = caller.post("directory-plan-rotation", {"rotation_id": began["rotation_id"]}, token).body
    assert planned == {"state": "planned", "faults": 0}
    return str(began["rotation_id"])


def start(server: Server, token: str, operation: str, rotation_id: str, **more: str) -> str:
    """Start a job of the rotation; return its id."""
    with Caller(server) as caller:
        return str(caller.post(operation, {"rotation_id": rotation_id, **more}, token).body["job_id"])
