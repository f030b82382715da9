"""Somebody is scanned in: pretix's check-in beside ours, in the same run and under the same load.

pretix is the peer that does the same thing at the door of an event. It needs a virtual environment of its own with
``pretix`` and ``gunicorn`` (``PRETIX_PYTHON`` names its interpreter), PostgreSQL's programs (``POSTGRESQL_BIN``) and
``redis-server``, since it is served as its manual says: a broker takes its tasks, and a worker does them.
Where those are not there, its figures of November 2026 on this kind of machine stand for it, and the results say so.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from http import HTTPStatus
from pathlib import Path
from statistics import median

from bench.hall import Hall
from bench.load import Load, post, send
from bench.measure import Sample, goal, ratios, report, rotated, table
from bench.servers import embedded, free_port, running
from shared.adapters.embedded.sqlite_records import SqliteRecords

PYTHON = os.environ.get("PRETIX_PYTHON", "")
POSTGRESQL = Path(os.environ.get("POSTGRESQL_BIN", "/usr/lib/postgresql/15/bin"))
OURS, PRETIX = "record_attendance", "pretix, check-in redeem"
AT_LEAST = 25  # times its rate

# pretix 2026.8, PostgreSQL and Redis, gunicorn with 2 to 4 workers: scans in a second, by the number of clients.
MEASURED_BEFORE = {1: 18.0, 8: 36.0, 32: 36.0}
SCANS = {OURS: {1: 600, 8: 3000, 32: 3000}, PRETIX: {1: 40, 8: 120, 32: 160}}
WARM_UP = {OURS: 100, PRETIX: 40}
REPETITIONS = 3
WORKERS = 4

TICKETS = REPETITIONS * sum(SCANS[PRETIX].values()) + WARM_UP[PRETIX]
PEOPLE = REPETITIONS * sum(SCANS[OURS].values()) + WARM_UP[OURS]

SEED = f"""
import datetime
from django.utils.timezone import now
from django_scopes import scopes_disabled
from pretix.base.models import CheckinList, Device, Event, Item, Order, OrderPosition, Organizer
with scopes_disabled():
    organizer = Organizer.objects.create(name="Pemkab", slug="pemkab", plugins="")
    event = Event.objects.create(
        organizer=organizer, name="Apel", slug="apel", date_from=now(), live=True, currency="IDR", plugins=""
    )
    item = Item.objects.create(event=event, name="Pegawai", default_price=0, admission=True)
    checkin_list = CheckinList.objects.create(event=event, name="Aula", all_products=True)
    Device.objects.create(
        organizer=organizer, name="Pintu", all_events=True, api_token="bench", initialized=now(),
        security_profile="full",
    )
    orders = Order.objects.bulk_create([
        Order(
            organizer=organizer, event=event, code=f"A{{number:05}}", email="", status="p", datetime=now(),
            expires=now() + datetime.timedelta(days=5), total=0, locale="id",
            sales_channel=organizer.sales_channels.get(identifier="web"),
        )
        for number in range({TICKETS})
    ])
    OrderPosition.objects.bulk_create([
        OrderPosition(
            organizer=organizer, order=order, item=item, price=0, positionid=1, tax_rate=0, tax_value=0,
            secret=f"ticket-{{number:05}}", pseudonymization_id=f"P{{number:05}}",
            attendee_name_parts={{"full_name": f"Pegawai {{number}}"}},
        )
        for number, order in enumerate(orders)
    ])
    print("LIST", checkin_list.pk)
"""


class Candidate:
    """A server whose requests each scan somebody else in."""

    def __init__(self, name: str, port: int, accepted: HTTPStatus, requests: Iterator[str]) -> None:
        """Name it, and let every worker open what it opens once."""
        self.name, self._port, self._accepted, self._requests = name, port, accepted, requests
        self._send(8, WARM_UP[name])

    def sample(self, clients: int) -> Sample:
        """Scan people in with so many clients at once."""
        load = self._send(clients, SCANS[self.name][clients])
        return Sample.of(load.seconds, load.latencies)

    def _send(self, clients: int, count: int) -> Load:
        load = send(self._port, clients, [next(self._requests) for _ in range(count)])
        if {*load.statuses} != {self._accepted}:
            raise AssertionError(f"{self.name} answered with {sorted({*load.statuses})}")
        return load


def main() -> None:
    """Measure side by side where both are there."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        ours, hall = servers.enter_context(_ours(Path(folder, "ours")))
        candidates = {OURS: ours}
        if PYTHON:
            candidates[PRETIX] = servers.enter_context(_pretix(Path(folder)))
        samples = {
            clients: rotated({name: partial(it.sample, clients) for name, it in candidates.items()}, REPETITIONS)
            for clients in MEASURED_BEFORE
        }
        hall.check()
    for clients, measured in samples.items():
        _report(clients, measured)


def _report(clients: int, measured: Mapping[str, list[Sample]]) -> None:
    before = MEASURED_BEFORE[clients]
    times = median(it.per_second for it in measured[OURS]) / before
    figure = f"{times:.0f} times its {before:.0f} a second with Redis as its broker, measured before on a quiet machine"
    if PRETIX in measured:
        beside = median(ratios(measured[OURS], measured[PRETIX]))
        reached = goal(f"{beside:.0f} times its rate in this run, at least {AT_LEAST}", reached=beside >= AT_LEAST)
        parts = [reached, f"{figure}."]
    else:
        parts = [
            "pretix was not installed, so that there is nothing of the same run to compare.",
            goal(f"{figure}, at least {AT_LEAST}", reached=times >= AT_LEAST),
        ]
    report("pretix", f"{clients} clients", table(measured), *parts)


@contextmanager
def _ours(data: Path) -> Iterator[tuple[Candidate, Hall]]:
    data.mkdir()
    hall = Hall(SqliteRecords(data / "records.db"), data, PEOPLE)
    port = free_port()
    with running(embedded(port, data), port, {}):
        yield Candidate(OURS, port, HTTPStatus.OK, (hall.scans(1)[0] for _ in range(PEOPLE))), hall
    hall.records.close()


@contextmanager
def _pretix(folder: Path) -> Iterator[Candidate]:
    """Serve pretix as its manual says: PostgreSQL, Redis as cache, sessions and broker, and a worker for its tasks."""
    port = free_port()
    with _postgresql() as socket_folder, _redis(folder) as redis:
        settings = folder / "pretix.cfg"
        settings.write_text(
            f"[pretix]\ninstance_name=bench\nurl=http://127.0.0.1:{port}\ndatadir={folder}\n"
            f"[database]\nbackend=postgresql\nname=pretix\nuser=pretix\nhost={socket_folder}\n"
            f"[redis]\nlocation=unix://{redis}?db=0\nsessions=true\n"
            f"[celery]\nbackend=redis+socket://{redis}?virtual_host=1\nbroker=redis+socket://{redis}?virtual_host=2\n"
            "[django]\ndebug=off\nsecret=bench\n"
        )
        environment = {**os.environ, "PRETIX_CONFIG_FILE": str(settings)}
        _run([PYTHON, "-m", "pretix", "migrate"], environment)
        told = _run([PYTHON, "-m", "pretix", "shell", "-c", SEED], environment)
        checkin_list = int(told.rpartition("LIST")[2])
        gunicorn = [PYTHON, "-m", "gunicorn", "pretix.wsgi", "--workers", str(WORKERS), "--bind", f"127.0.0.1:{port}"]
        celery = [PYTHON, "-m", "celery", "-A", "pretix.celery_app", "worker"]
        with (
            _started([*gunicorn, "--log-level", "error"], environment),
            _started([*celery, "--loglevel", "error"], environment),
        ):
            time.sleep(20)
            requests = (_redeem(number, checkin_list) for number in range(TICKETS))
            yield Candidate(PRETIX, port, HTTPStatus.CREATED, requests)


@contextmanager
def _redis(folder: Path) -> Iterator[str]:
    """Run a Redis of our own that keeps nothing."""
    socket = str(folder / "redis.sock")
    with _started(["redis-server", "--port", "0", "--unixsocket", socket, "--save", ""], os.environ):
        yield socket


@contextmanager
def _started(command: list[str], environment: Mapping[str, str]) -> Iterator[None]:
    """Run a server until the block ends."""
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield
        finally:
            server.terminate()
            server.wait(20)


def _redeem(number: int, checkin_list: int) -> str:
    body = {
        "secret": f"ticket-{number:05}",
        "lists": [checkin_list],
        "nonce": f"nonce-{number}",
        "source_type": "barcode",
    }
    request = post("/api/v1/organizers/pemkab/checkinrpc/redeem/", body)
    return request.replace("Content-Type", "Authorization: Device bench\r\nContent-Type", 1)


@contextmanager
def _postgresql() -> Iterator[str]:
    """Run a PostgreSQL of our own until the block ends, as the user of that name where we are root."""
    as_its_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder = _run([*as_its_user, "mktemp", "-d"]).strip()
    control = [*as_its_user, str(POSTGRESQL / "pg_ctl"), "-D", f"{folder}/data", "-w"]
    _run([*as_its_user, str(POSTGRESQL / "initdb"), "-D", f"{folder}/data", "-A", "trust", "-U", "pretix"])
    _run([*control, "-l", f"{folder}/log", "-o", f"-k {folder} -c listen_addresses=", "start"])
    try:
        _run([str(POSTGRESQL / "createdb"), "-h", folder, "-U", "pretix", "pretix"])
        yield folder
    finally:
        _run([*control, "-m", "fast", "stop"])
        _run([*as_its_user, "rm", "-r", folder])


def _run(command: list[str], environment: Mapping[str, str] | None = None) -> str:
    with tempfile.TemporaryFile() as heard:  # a server that is started keeps what it inherits open
        ran = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=heard,
            stderr=subprocess.STDOUT,
            timeout=900,
            check=False,
        )
        heard.seek(0)
        said = heard.read().decode(errors="replace")
    if ran.returncode:
        raise RuntimeError(f"{json.dumps(command[:4])} failed: {said[-2000:]}")
    return said


if __name__ == "__main__":
    main()
