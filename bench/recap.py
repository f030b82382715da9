"""A year's recap of an office of 300 people, on an office's server: the office, its people, the offices beside it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.pages import fill, report_pages, sampled
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


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder) / "var") as server:
        _fill(server)
        months = f"year={YEAR}&first_month=1&last_month=12"
        paths = {
            "the office": f"eagenda-show-office-recap?{months}&organisation_id={OFFICE}",
            "its people, a page": f"eagenda-list-recapped-people?{months}&organisation_id={OFFICE}",
            "all offices, a page": f"eagenda-list-recapped-offices?{months}&organisation_id={WHOLE_REGENCY}",
        }
        samples = sampled(server, server.token(SEKDA), paths, CALLS)
    title = f"A year's recap: {PEOPLE} people of one office, {OFFICES} other offices as large"
    report_pages("recap", title, samples, MOST)


def _fill(server: Server) -> None:
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
    fill(server, PERSON_RECAPS, people)
    fill(server, OFFICE_RECAPS, offices)


if __name__ == "__main__":
    main()
