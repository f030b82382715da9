"""The daftar hadir: what it states, for whom it is a draft, and that nobody can change it unseen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

from shared.letters.daftar_hadir import DaftarHadir, Row, content_sha256, render
from shared.letters.kop import Kop
from tests.letters.sheets import BEGIN, DRAFT, MADE, RATNA, SITI, WITH_GUESTS, closed, many

Pages = Callable[[bytes], list[str]]

# Each would stop the paper, vanish or change its look if it were read as markup.
MARKUP = (
    '#panic("x")',
    "*tebal*",
    "$x^2$",
    "\\alpha\\",
    "@rujuk",
    "<script>alert(1)</script>",
    "_miring_",
    "`mentah`",
    "= judul",
    "// komentar",
    "[isi] #let",
)


def bare(text: str) -> str:
    return "".join(text.split())


def test_a_closed_list_states_who_was_present_where_when_and_for_what(pages: Pages) -> None:
    (page,) = pages(render(closed(DRAFT)))

    for statement in (
        "PEMERINTAH KABUPATEN MOJOKERTO DINAS KOMUNIKASI DAN INFORMATIKA Jalan KH. Hasyim Ashari Nomor 12",
        "DAFTAR HADIR",
        "Hari/Tanggal : Selasa, 24 November 2026",
        "Waktu : 08.30–10.00 WIB",
        "Tempat : Ruang Satya Bina Karya",
        "Acara : Rapat Koordinasi SPBE",
        "No. Nama / NIP Jabatan Unit Kerja Tanda Hadir",
        "Siti Nur Aisyah, S.Kom., M.T. NIP 19860926 201505 1 001",
        "Hadir 08.57 WIB",
        "Hadir 08.58 WIB",
        "Jumlah hadir: 2 dari 40 undangan.",
        "Mojokerto, 24 November 2026 Kepala Dinas Komunikasi dan Informatika, Ardi Sepdianto, S.T., M.T.",
        "Versi 1 · ditutup 24 November 2026 10.05 WIB · dicetak 24 November 2026 10.07 WIB",
        f"SHA-256 isi: {content_sha256(DRAFT)}",
        "Halaman 1 dari 1",
    ):
        assert statement in page
    assert "KONSEP" not in page
    assert "CONTOH" not in page


def test_an_open_list_is_a_draft_that_nobody_can_sign(pages: Pages) -> None:
    (page,) = pages(render(DRAFT))

    assert page.count("KONSEP") == 2
    assert "absensi belum ditutup" in page
    assert DRAFT.organiser_name not in page
    assert "SHA-256" not in page


@pytest.mark.parametrize(
    ("sheet", "sentence"),
    [(DRAFT, "Belum ada yang hadir."), (closed(replace(DRAFT, rows=())), "Tidak ada yang hadir.")],
    ids=["open", "closed"],
)
def test_a_list_without_rows_says_so(sheet: DaftarHadir, sentence: str, pages: Pages) -> None:
    (page,) = pages(render(replace(sheet, rows=())))

    assert sentence in page
    assert "Jumlah hadir: 0 dari 40 undangan." in page


def test_each_page_of_a_demo_list_says_contoh(pages: Pages) -> None:
    texts = pages(render(closed(replace(many(60), demo=True))))

    assert len(texts) > 1
    assert all(text.count("CONTOH") == 2 for text in texts)


def test_three_hundred_rows_are_numbered_under_a_repeated_head(pages: Pages) -> None:
    sheet = closed(many(300))
    texts = pages(render(sheet))
    whole = " ".join(texts)

    assert len(texts) > 5
    for number, text in enumerate(texts, start=1):
        assert "No. Nama / NIP Jabatan Unit Kerja Tanda Hadir" in text
        assert f"Halaman {number} dari {len(texts)}" in text
        assert content_sha256(sheet) in text
    for text in texts[1:]:
        assert "Daftar Hadir · Selasa, 24 November 2026 · Rapat Koordinasi SPBE" in text
    assert all(f"{number} Peserta {number} NIP" in whole for number in range(1, 301))
    assert whole.count("Jumlah hadir: 300 dari 300 undangan.") == 1


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_in_any_text_is_only_text(markup: str, pages: Pages) -> None:
    row = Row(name=f"n{markup}", nip=f"i{markup}", position=f"p{markup}", organisation=f"o{markup}", at=BEGIN)
    sheet = replace(
        DRAFT,
        kop=Kop(lines=(f"g{markup}", f"d{markup}"), address=f"a{markup}", contact=f"c{markup}"),
        title=f"t{markup}",
        place=f"l{markup}",
        organiser_name=f"m{markup}",
        organiser_position=f"j{markup}",
        rows=[row],
    )

    (page,) = pages(render(closed(sheet)))

    # The kop is printed in capitals. A line may break inside a markup, hence without spaces.
    for upper in "gd":
        assert bare(f"{upper}{markup}".upper()) in bare(page)
    for field in "acnipotlmj":
        assert bare(f"{field}{markup}") in bare(page)


def test_long_texts_stay_on_the_paper(pages: Pages) -> None:
    long_name = "Raden Ayu Retnaningtyas Kusumawardhani Prawirodirdjo " * 4
    sheet = replace(DRAFT, title="W" * 120, place="w" * 120, rows=[replace(SITI, name=long_name, position="M" * 120)])
    pdf = render(closed(sheet))

    (page,) = pages(pdf)
    assert all(bare(text) in bare(page) for text in ("W" * 120, "w" * 120, long_name, "M" * 120))
    assert all(box[0] >= 0 and box[2] <= 609.5 for box in letter_boxes(pdf))


def letter_boxes(pdf: bytes) -> list[tuple[float, float, float, float]]:
    document = pdfium.PdfDocument(pdf)
    text = document[0].get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    document.close()
    return boxes


def test_guests_are_a_section_of_their_own_and_counted_apart(pages: Pages) -> None:
    (page,) = pages(render(closed(WITH_GUESTS)))

    assert "Tamu No. Nama Jabatan Instansi Tanda Hadir 1 Bu Ratna Direktur PT Angin Timur Hadir 08.59 WIB" in page
    assert "Jumlah hadir: 2 dari 40 undangan, dan 1 tamu." in page
    assert "Tamu tidak berakun" in page


def test_a_guest_without_a_position_has_a_dash_in_its_place(pages: Pages) -> None:
    (page,) = pages(render(closed(replace(DRAFT, guests=[replace(RATNA, position="")]))))
    assert "1 Bu Ratna – PT Angin Timur" in page


def test_a_list_that_admits_guests_and_has_none_says_nothing_of_them(pages: Pages) -> None:
    (page,) = pages(render(closed(replace(DRAFT, guests=()))))
    assert "Tamu" not in page
    assert "tamu" not in page


def test_a_meeting_over_midnight_names_both_days_and_dates_who_came_on_the_second(pages: Pages) -> None:
    sheet = replace(DRAFT, ends_at=BEGIN + timedelta(days=1), rows=[SITI, replace(MADE, at=BEGIN + timedelta(days=1))])

    (page,) = pages(render(sheet))

    assert "Hari/Tanggal : Selasa, 24 November 2026 – Rabu, 25 November 2026" in page
    assert "Hadir 08.57 WIB" in page
    assert "Hadir 25 Nov 2026 08.30 WIB" in page


def test_who_scanned_without_signal_is_marked_with_a_note_that_says_what_that_means(pages: Pages) -> None:
    late = replace(MADE, received_at=MADE.at + timedelta(hours=1))
    (page,) = pages(render(closed(replace(DRAFT, rows=(SITI, late)))))
    assert "Hadir 08.58 WIB Luring¹, diterima 09.58 WIB" in page
    assert page.count("Luring¹") == 1
    assert "¹ Dipindai tanpa sinyal: waktu hadir menurut jam ponsel" in page
    assert "¹" not in pages(render(closed(DRAFT)))[0]


def test_who_was_written_down_by_hand_is_marked_with_the_reason_and_a_note(pages: Pages) -> None:
    gone = replace(SITI, left_at=BEGIN + timedelta(minutes=85), left_by_hand=True)
    by_hand = replace(MADE, by_hand="Ponsel tertinggal di kantor")
    (page,) = pages(render(closed(replace(DRAFT, rows=(gone, by_hand), records_leaving=True))))
    assert "Hadir 08.58 WIB Dicatat petugas²: Ponsel tertinggal di kantor" in page
    assert "Pulang 09.55 WIB (petugas²)" in page
    assert "² Tidak memindai: dicatat penyelenggara dengan alasannya." in page
    assert "²" not in pages(render(closed(DRAFT)))[0]


def test_the_same_list_gives_the_same_bytes() -> None:
    sheet = closed(many(40))

    assert render(sheet) == render(sheet)
    assert render(sheet) != render(replace(sheet, printed_at=sheet.printed_at + timedelta(minutes=1)))


def test_the_paper_is_f4_kept_as_pdf_a_and_readable_by_machines() -> None:
    pdf = render(closed(many(40)))
    document = pdfium.PdfDocument(pdf)
    metadata = document.get_metadata_dict()

    assert [page.get_size() for page in document] == [pytest.approx((609.4488, 935.433), abs=0.01)] * len(document)
    assert metadata["Title"] == "Daftar Hadir: Rapat Koordinasi SPBE"
    assert metadata["CreationDate"] == metadata["ModDate"] == "D:20261124030700Z"
    assert pdfium_c.FPDFCatalog_IsTagged(document)
    assert re.search(rb"/Lang ?\(id\)", pdf)
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    document.close()
