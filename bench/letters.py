"""The book of letters with 200,000 in the store: the first pages of the desk and of a head, one letter, and search."""

from __future__ import annotations

import random
import tempfile
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from bench.load import post
from bench.measure import Sample
from bench.pages import fill, report_pages, sampled
from functions.eoffice.domain.letter import LetterSays, Sifat, Urgensi
from functions.eoffice.domain.surat_masuk import Addressee, LetterState, ScannedFile, SuratMasuk
from functions.eoffice.letter_words import LETTER_WORDS, letter_words
from functions.eoffice.surat_masuk import SURAT_MASUK
from shared.directory.standing import STANDINGS, Held, Standing
from shared.permissions import Permission
from shared.rules.appointment import AppointmentKind
from shared.rules.calendar import wib_date
from shared.rules.files import FileKind
from tests.server import Server

LETTERS = 200_000
OFFICES = 40  # beside the desk that is measured, which has a tenth of all
CALLS = 14  # in each repetition: together below what one person may ask of one function at once
AT_ONCE = 10_000  # letters that are made before they are written
PAGE = 230  # different words of a scan: those of a full page
_SYLLABLES = tuple(first + second for first in "bcdgjklmnprst" for second in "aiueo")
MOST = 100  # ms, of which nineteen calls in twenty take less


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder) / "var") as server:
        people = server.people()
        clerk = next(it for it in people if Permission.REGISTER_LETTERS in it.permissions)
        head = next(it for it in people if it.organisation_id == clerk.organisation_id and it.id != clerk.id)
        now = datetime.now(UTC)
        of_letter = partial(_letter, office=clerk.organisation_id, head=head.position_id, now=now)
        draw = random.Random(11)  # noqa: S311 -- the same words in each run
        for first in range(0, LETTERS, AT_ONCE):
            letters = [of_letter(number) for number in range(first, first + AT_ONCE)]
            fill(server, SURAT_MASUK, letters)
            fill(server, LETTER_WORDS, [letter_words(it, _text(draw)) for it in letters])
        store = Path(folder) / "var" / "records.db"
        size = (
            f"The store has {store.stat().st_size / LETTERS / 1000:.1f} kB for each letter, that for search included."
        )
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
        samples |= _searched(server, clerk.organisation_id, own)
    report_pages(
        "letters",
        f"{LETTERS:,} letters of {OFFICES + 1} offices, a tenth of them of the office that asks",
        samples,
        MOST,
        size,
    )


def _searched(server: Server, office: str, own: str) -> dict[str, list[Sample]]:
    """Search as somebody of the desk each time: what one person may ask at once is limited."""
    searches = {
        "half of a number": "400.7/12340",
        "the beginning of a number": "12",
        "a word of every letter": "permohonan",
        "two words of every letter and a rare one": "permohonan data 19990",
        "a word of some scans": _word(900),
        "a word with a slip": "permohoann",
        "a word that no letter has": "zzzzzz",
    }
    fill(server, STANDINGS, [_clerk(number, office) for number in range(len(searches))])
    path = "/api/eoffice-search-letters"
    requests = {
        f"the desk searches {what}": post(path, {"text": text}, server.token(f"clerk-{number}"))
        for number, (what, text) in enumerate(searches.items())
    }
    requests["one for whom some are searches a word of every letter"] = post(path, {"text": "permohonan"}, own)
    return sampled(server, "", requests, CALLS)


def _clerk(number: int, office: str) -> Standing:
    since, roles = date(2024, 1, 1), ("petugas-surat",)
    kind = AppointmentKind.DEFINITIF
    return Standing(
        f"clerk-{number}",
        f"Petugas {number}",
        None,
        (Held(f"desk-{number}", "Petugas surat", kind, since, None, roles, office, "Dinas", (office,)),),
    )


def _text(draw: random.Random) -> str:
    """Return the words of a scan: as in every language, a few are in most letters and most are in a few."""
    ranks = {int(20_000 ** draw.random()) for _ in range(2 * PAGE)}
    return " ".join(map(_word, sorted(ranks)[:PAGE]))


def _word(rank: int) -> str:
    return "".join(_SYLLABLES[it] for it in (rank % 65, rank // 65 % 65, rank // 4_225))


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
