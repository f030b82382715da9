"""A year's recap of an office of 300 people, on an office's server: the office, its people, the offices beside it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from http import HTTPStatus
from pathlib import Path
from statistics import median

from bench.load import Client
from bench.measure import Sample, goal, report, rotated, table, with_spread
from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.recap import VERSION, WHOLE_REGENCY, Cell, Counts, OfficeRecap, PersonRecap
from functions.eagenda.recaps import OFFICE_RECAPS, PERSON_RECAPS
from tests.server import Server

PEOPLE = 300  # of the office whose page is asked for
OFFICES = 80  # beside it, each with as many people
SEKDA, OFFICE = "p-w46g3urvyq", "bench-office-0"
CALLS = 12
MOST = 100  # ms, of which nineteen calls in twenty take less
YEAR = 2026
_BATCH = 150


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder) / "var") as server:
        fill(server)
        token = server.token(SEKDA)
        months = f"year={YEAR}&first_month=1&last_month=12"
        with closing(Client(server.port)) as client:
            asked = {
                "the office": f"eagenda-show-office-recap?{months}&organisation_id={OFFICE}",
                "its people, a page": f"eagenda-list-recapped-people?{months}&organisation_id={OFFICE}",
                "all offices, a page": f"eagenda-list-recapped-offices?{months}&organisation_id={WHOLE_REGENCY}",
            }
            candidates = {name: _calls(client, token, path) for name, path in asked.items()}
            for warm_up in candidates.values():
                warm_up()
            samples = rotated(candidates)
    p95 = [it.p95 for measured in samples.values() for it in measured]
    report(
        "recap",
        f"A year's recap: {PEOPLE} people of one office, {OFFICES} other offices as large",
        table(samples),
        goal(f"p95 {with_spread(p95, 1)} ms, less than {MOST} ms", reached=max(p95) < MOST),
        f"Median of all: {median(it.p50 for measured in samples.values() for it in measured):.1f} ms.",
    )


def fill(server: Server) -> None:
    """Let each month hold three kinds of meetings, for everybody."""
    cells = tuple(
        Cell(month, kind, Counts(4, 2 + month % 2, 1, 1, 0, month % 3, 0))
        for month in range(1, 13)
        for kind in (AgendaKind.APEL, AgendaKind.BIMTEK, AgendaKind.RAPAT)
    )
    offices = [OfficeRecap(YEAR, WHOLE_REGENCY, (WHOLE_REGENCY,), "", "Seluruh kabupaten", VERSION, cells)]
    people: list[PersonRecap] = []
    for number in range(OFFICES + 1):
        office = f"bench-office-{number}"
        offices.append(OfficeRecap(YEAR, office, (office,), WHOLE_REGENCY, f"Dinas {number:02}", VERSION, cells))
        people += [
            PersonRecap(
                YEAR,
                office,
                (office,),
                f"{office}-{person}",
                f"Pegawai {person:03}",
                "Pelaksana",
                is_secret=False,
                version=VERSION,
                cells=cells,
            )
            for person in range(PEOPLE)
        ]
    for start in range(0, len(people), _BATCH):
        server.given(PERSON_RECAPS, *people[start : start + _BATCH])
    server.given(OFFICE_RECAPS, *offices)


def _calls(client: Client, token: str, path: str) -> Callable[[], Sample]:
    request = f"GET /api/{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n\r\n"

    def measure() -> Sample:
        latencies = []
        for _ in range(CALLS):
            began = time.monotonic()
            if client.exchange(request) != HTTPStatus.OK:
                raise AssertionError(f"{path} did not answer")
            latencies.append(time.monotonic() - began)
        return Sample.of(sum(latencies), latencies)

    return measure


if __name__ == "__main__":
    main()
