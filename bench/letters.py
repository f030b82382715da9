"""The book of letters with 200,000 in the store: the desk's first page, that of a head, and one letter opened."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bench.pages import fill, report_pages, sampled
from functions.eoffice.domain.letter import LetterSays, Sifat, Urgensi
from functions.eoffice.domain.surat_masuk import Addressee, LetterState, ScannedFile, SuratMasuk
from functions.eoffice.surat_masuk import SURAT_MASUK
from shared.permissions import Permission
from shared.rules.calendar import wib_date
from shared.rules.files import FileKind
from tests.server import Server

LETTERS = 200_000
OFFICES = 40  # beside the desk that is measured, which has a tenth of all
CALLS = 14  # in each repetition: together below what one person may ask of one function at once
MOST = 100  # ms, of which nineteen calls in twenty take less


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder) / "var") as server:
        people = server.people()
        clerk = next(it for it in people if Permission.REGISTER_LETTERS in it.permissions)
        head = next(it for it in people if it.organisation_id == clerk.organisation_id and it.id != clerk.id)
        now = datetime.now(UTC)
        of_letter = partial(_letter, office=clerk.organisation_id, head=head.position_id, now=now)
        fill(server, SURAT_MASUK, [of_letter(number) for number in range(LETTERS)])
        desk, own = server.token(clerk.id), server.token(head.id)
        lists = "eoffice-list-surat-masuk"
        samples = sampled(
            server,
            desk,
            {"the desk's first page": lists, "those that wait, by due date": f"{lists}?state=waiting&by_due=true"},
            CALLS,
        )
        samples |= sampled(
            server,
            own,
            {
                "the first page of whom some are for": lists,
                "one letter opened": "eoffice-show-surat-masuk?letter_id=letter-0",
            },
            CALLS,
        )
    report_pages(
        "letters",
        f"{LETTERS:,} letters of {OFFICES + 1} offices, a tenth of them of the office that asks",
        samples,
        MOST,
    )


def _letter(number: int, *, office: str, head: str, now: datetime) -> SuratMasuk:
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


if __name__ == "__main__":
    main()
