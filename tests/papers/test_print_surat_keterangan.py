"""The letter on paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest

from functions.papers.print_surat_keterangan import print_surat_keterangan
from functions.papers.records import WhichSuratKeterangan
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.letters import Letters


def text(letters: Letters, letter_id: str, by: Actor | None = None) -> str:
    answer = letters.desk.call(print_surat_keterangan, WhichSuratKeterangan(letter_id), by=by or letters.ratna)
    document = pdfium.PdfDocument(io.BytesIO(answer.content))
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(texts).replace("\u200b", "").split())


def test_a_draft_says_so_and_bears_no_code(letters: Letters) -> None:
    printed = text(letters, letters.prepare().letter_id)
    assert "KONSEP" in printed
    assert "pindai kode QR" not in printed


def test_an_issued_letter_states_everything_and_claims_no_electronic_signature(letters: Letters) -> None:
    prepared = letters.prepare(in_name_of="Bupati Mojokerto")
    letters.issue(prepared.letter_id)
    printed = text(letters, prepared.letter_id)
    for fact in (
        "PEMERINTAH KABUPATEN MOJOKERTO",
        "DINAS KOMUNIKASI DAN INFORMATIKA",
        "NOMOR 800.1.13/1/416-114/2026",
        "19860926 201505 1 001",
        "Budi Santosa",
        "Budi Santoso, S.Kom.",
        "Mojokerto, 24 November 2026",
        "a.n. BUPATI MOJOKERTO",
        "pindai kode QR",
    ):
        assert fact in printed
    assert "KONSEP" not in printed
    assert "elektronik" not in printed


def test_a_paper_that_was_filed_keeps_the_letterhead_of_its_day(letters: Letters) -> None:
    letter_id = letters.prepare().letter_id
    letters.issue(letter_id)
    letters.office.change(name_lines=("Dinas Baru",), number_code="416-114", version=1)
    assert "DINAS KOMUNIKASI" in text(letters, letter_id)
    assert "DINAS BARU" in text(letters, letters.prepare().letter_id)


def test_another_offices_letter_is_not_printed(letters: Letters, stranger: Actor) -> None:
    letter_id = letters.prepare().letter_id
    with pytest.raises(RecordMissing):
        text(letters, letter_id, by=stranger)
