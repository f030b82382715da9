"""Checking a paper by its code."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.daftar_hadir import document_name
from functions.portal.verify_paper import verify_paper
from shared.papers import PAPERS, Fact, Paper, PaperKind, paper_code, write_code
from tests.desk import MORNING
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from flask import Response

    from tests.desk import Desk

CODE = paper_code("a seed")
PAPER = Paper(
    CODE,
    PaperKind.DAFTAR_HADIR,
    "Rapat <script>alert(1)</script>",
    "Dinas Komunikasi & Informatika",
    "Dewi",
    "Kepala Subbagian",
    MORNING,
    1,
    "5f" * 32,
    "eagenda/none.pdf",
    (Fact("Jumlah hadir", "6 dari 40 undangan"),),
)


def checked(desk: Desk, typed: str) -> tuple[int, str]:
    response: Response = desk.request(verify_paper, params={"kode": typed})
    assert response.mimetype == "text/html"
    return response.status_code, response.get_data(as_text=True)


def test_a_closed_list_is_told_to_whoever_holds_it_with_the_hash_of_the_offices_copy(desk: Desk) -> None:
    meeting = Meeting(desk)
    meeting.scan(meeting.guest)
    sheet = meeting.close().sheet
    desk.deliver()

    status, page = checked(desk, write_code(sheet.code))

    filed = desk.documents.load(document_name(meeting.agenda()))
    assert filed is not None
    assert status == 200
    for told in ("Naskah sah", meeting.agenda().title, "1 dari", sheet.sha256, hashlib.sha256(filed).hexdigest()):
        assert told in page


def test_before_the_copy_is_filed_a_paper_is_told_without_it(desk: Desk) -> None:
    desk.given(PAPERS, PAPER)
    status, page = checked(desk, CODE)
    assert status == 200
    assert "6 dari 40 undangan" in page
    assert "berkas PDF" not in page


def test_markup_in_what_a_paper_says_is_text(desk: Desk) -> None:
    desk.given(PAPERS, PAPER)
    _, page = checked(desk, CODE)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    "typed", [CODE, CODE.lower(), write_code(CODE), f" {write_code(CODE).replace('-', ' ')} ", CODE.replace("0", "o")]
)
def test_a_code_is_read_however_it_is_typed(desk: Desk, typed: str) -> None:
    desk.given(PAPERS, PAPER)
    assert checked(desk, typed)[0] == 200


@pytest.mark.parametrize("typed", [paper_code("another"), "7K2M", "<b>7K2M-9QXA</b>", "../../etc/passwd", "🙂" * 16])
def test_what_is_no_code_of_ours_is_not_found_and_asked_for_again(desk: Desk, typed: str) -> None:
    status, page = checked(desk, typed)
    assert status == 404
    assert "Naskah tidak ditemukan" in page
    assert 'name="kode"' in page
    assert "<b>" not in page


def test_without_a_code_it_is_asked_for(desk: Desk) -> None:
    status, page = checked(desk, "")
    assert status == 200
    assert 'name="kode"' in page


def test_a_page_runs_nothing_but_ours_and_tells_nobody_where_it_was(desk: Desk) -> None:
    headers = desk.request(verify_paper).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-cache, private"
