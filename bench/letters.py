"""The book of letters with 200,000 in the store: the desk's first page, that of a head, and one letter opened."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from http import HTTPStatus
from pathlib import Path
from statistics import median

from bench.load import Client
from bench.measure import Sample, goal, report, rotated, table, with_spread
from functions.eoffice.domain.letter import LetterSays, Sifat, Urgensi
from functions.eoffice.domain.surat_masuk import Addressee, LetterState, ScannedFile, SuratMasuk
from functions.eoffice.surat_masuk import SURAT_MASUK
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.permissions import Permission
from shared.ports.records import Body, Transaction
from shared.rules.calendar import wib_date
from shared.rules.files import FileKind
from tests.server import Server

LETTERS = 200_000
OFFICES = 40  # beside the desk that is measured, which has a tenth of all
CALLS = 14  # in each repetition: together below what one person may ask of one function at once
MOST = 100  # ms, of which nineteen calls in twenty take less
_BATCH = 500


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder) / "var") as server:
        people = server.people()
        clerk = next(it for it in people if Permission.REGISTER_LETTERS in it.permissions)
        head = next(it for it in people if it.organisation_id == clerk.organisation_id and it.id != clerk.id)
        opened = _fill(Path(folder) / "var", clerk.organisation_id, head.position_id)
        desk, own = server.token(clerk.id), server.token(head.id)
        with closing(Client(server.port)) as client:
            candidates = {
                "the desk's first page": _calls(client, desk, "eoffice-list-surat-masuk"),
                "those that wait, by due date": _calls(
                    client, desk, "eoffice-list-surat-masuk?state=waiting&by_due=true"
                ),
                "the first page of whom some are for": _calls(client, own, "eoffice-list-surat-masuk"),
                "one letter opened": _calls(client, own, f"eoffice-show-surat-masuk?letter_id={opened}"),
            }
            for warm_up in candidates.values():
                warm_up()
            samples = rotated(candidates)
    p95 = [it.p95 for measured in samples.values() for it in measured]
    report(
        "letters",
        f"{LETTERS:,} letters of {OFFICES + 1} offices, a tenth of them of the office that asks",
        table(samples),
        goal(f"p95 {with_spread(p95, 1)} ms, less than {MOST} ms", reached=max(p95) < MOST),
        f"Median of all: {median(it.p50 for measured in samples.values() for it in measured):.1f} ms.",
    )


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


def _fill(data: Path, office: str, head: str) -> str:
    """Write the letters; return the id of one that is for the head."""
    now = datetime.now(UTC)
    records = SqliteRecords(data / "records.db")
    for start in range(0, LETTERS, _BATCH):
        letters = [_letter(number, office, head, now) for number in range(start, start + _BATCH)]
        bodies = [(it.id, SURAT_MASUK.write(it, by="bench", at=now, before=None)) for it in letters]
        records.transact(partial(_write, bodies=bodies))
    records.close()
    return "letter-0"


def _letter(number: int, office: str, head: str, now: datetime) -> SuratMasuk:
    is_own = number % 10 == 0
    at = now - timedelta(minutes=number)
    return SuratMasuk(
        id=f"letter-{number}",
        organisation_id=office if is_own else f"office-{number % OFFICES}",
        organisation_name="Dinas",
        year=wib_date(at).year,
        serial=number + 1,
        says=LetterSays(
            f"Dinas Kesehatan {number % 300}",
            f"400.7/{number}/416-102/2026",
            wib_date(at),
            wib_date(at),
            f"Permohonan data nomor {number} untuk laporan triwulan",
            Sifat.BIASA,
            Urgensi.SEGERA if number % 5 == 0 else Urgensi.BIASA,
            "400.7",
        ),
        file=ScannedFile(f"scan-{number}", "surat.pdf", FileKind.PDF, 100_000, "0" * 64, 2),
        addressee=Addressee(head if is_own and number % 50 == 0 else f"position-{number % 4_000}", "Kepala Dinas"),
        registered_at=at,
        registered_by="p-bench",
        registered_by_name="Petugas",
        due=at + timedelta(days=7),
        state=LetterState.WAITING if number % 8 == 0 else LetterState.DONE,
    )


def _write(transaction: Transaction, bodies: list[tuple[str, Body]]) -> None:
    for key, body in bodies:
        transaction.put(SURAT_MASUK.stored, key, body)


if __name__ == "__main__":
    main()
