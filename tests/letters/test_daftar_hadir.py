"""The daftar hadir: what it states, for whom it is a draft, and that nobody can change it unseen."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

from shared.letters.daftar_hadir import Closure, DaftarHadir, GuestRow, Row, content_sha256, render
from shared.letters.kop import Kop
from shared.letters.press import PaperFailed
from tests.uploads.files import picture

Pages = Callable[[bytes], list[str]]

BEGIN = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
SITI = Row(
    name="Siti Nur Aisyah, S.Kom., M.T.",
    nip="198609262015051001",
    position="Pranata Komputer Ahli Muda",
    organisation="Dinas Komunikasi dan Informatika",
    at=datetime(2026, 11, 24, 1, 57, 3, tzinfo=UTC),
)
MADE = Row(
    name="Made",
    nip=None,
    position="Camat Trowulan",
    organisation="Kecamatan Trowulan",
    at=datetime(2026, 11, 24, 1, 58, 59, tzinfo=UTC),
)
DRAFT = DaftarHadir(
    kop=Kop(
        lines=("Pemerintah Kabupaten Mojokerto", "Dinas Komunikasi dan Informatika"),
        address="Jalan KH. Hasyim Ashari Nomor 12, Mojokerto 61318",
        contact="Telepon (0321) 391268, diskominfo.mojokertokab.go.id",
    ),
    title="Rapat Koordinasi SPBE",
    place="Ruang Satya Bina Karya",
    starts_at=BEGIN,
    ends_at=BEGIN + timedelta(minutes=90),
    organiser_name="Ardi Sepdianto, S.T., M.T.",
    organiser_position="Kepala Dinas Komunikasi dan Informatika",
    rows=(SITI, MADE),
    invited_count=40,
    closure=None,
    printed_at=BEGIN + timedelta(minutes=97),
    demo=False,
)
RATNA = GuestRow(
    name="Bu Ratna",
    position="Direktur",
    institution="PT Angin Timur",
    at=datetime(2026, 11, 24, 1, 59, 0, tzinfo=UTC),
)
WITH_GUESTS = replace(DRAFT, guests=[RATNA])
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

CHANGES: dict[str, dict[str, Any]] = {
    "another title": {"title": "Rapat Koordinasi"},
    "another place": {"place": "Pendopo"},
    "begins earlier": {"starts_at": BEGIN - timedelta(minutes=1)},
    "ends later": {"ends_at": BEGIN + timedelta(minutes=91)},
    "another organiser": {"organiser_name": "Siti"},
    "organiser in another position": {"organiser_position": "Sekretaris"},
    "one more invited": {"invited_count": 41},
    "another order": {"rows": (MADE, SITI)},
    "one of them without signal": {"rows": (SITI, replace(MADE, received_at=BEGIN))},
    "one of them by hand": {"rows": (SITI, replace(MADE, by_hand="Ponsel tertinggal"))},
    "one fewer present": {"rows": (SITI,)},
    "one present twice": {"rows": (SITI, MADE, MADE)},
    "another name": {"rows": (SITI, replace(MADE, name="Made S."))},
    "another NIP": {"rows": (SITI, replace(MADE, nip=SITI.nip))},
    "another position": {"rows": (SITI, replace(MADE, position="Camat"))},
    "another organisation": {"rows": (SITI, replace(MADE, organisation="Kecamatan Puri"))},
    "another minute": {"rows": (SITI, replace(MADE, at=BEGIN))},
}


def closed(sheet: DaftarHadir) -> DaftarHadir:
    closure = Closure(version=1, content_sha256=content_sha256(sheet), closed_at=BEGIN + timedelta(minutes=95))
    return replace(sheet, closure=closure)


def many(count: int) -> DaftarHadir:
    rows = [replace(SITI, name=f"Peserta {number}") for number in range(1, count + 1)]
    return replace(DRAFT, rows=rows, invited_count=count)


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


def test_a_list_that_admits_no_guests_keeps_the_hash_of_its_form() -> None:
    assert content_sha256(replace(DRAFT, guests=None)) == content_sha256(DRAFT)
    assert content_sha256(replace(DRAFT, guests=())) != content_sha256(DRAFT)


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


def test_the_printed_hash_can_be_recomputed_from_what_the_paper_says() -> None:
    said = (
        '{"ends_at":"2026-11-24T10:00+07:00","form":"daftar-hadir/1","invited_count":40,'
        '"organiser":{"name":"Ardi Sepdianto, S.T., M.T.","position":"Kepala Dinas Komunikasi dan Informatika"},'
        '"place":"Ruang Satya Bina Karya","rows":['
        '{"at":"2026-11-24T08:57+07:00","name":"Siti Nur Aisyah, S.Kom., M.T.","nip":"198609262015051001",'
        '"organisation":"Dinas Komunikasi dan Informatika","position":"Pranata Komputer Ahli Muda"},'
        '{"at":"2026-11-24T08:58+07:00","name":"Made","nip":null,'
        '"organisation":"Kecamatan Trowulan","position":"Camat Trowulan"}],'
        '"starts_at":"2026-11-24T08:30+07:00","title":"Rapat Koordinasi SPBE"}'
    )

    assert content_sha256(DRAFT) == hashlib.sha256(said.encode()).hexdigest()


def test_the_hash_is_of_the_facts_and_not_of_one_print() -> None:
    elsewhere = replace(DRAFT.kop, address="Jalan A. Yani Nomor 16, Mojosari")
    later = DRAFT.printed_at + timedelta(days=30)

    assert content_sha256(replace(closed(DRAFT), kop=elsewhere, printed_at=later, demo=True)) == content_sha256(DRAFT)


@pytest.mark.parametrize(
    "guests",
    [
        None,
        (),
        (RATNA, RATNA),
        (replace(RATNA, name="Bu Ratni"),),
        (replace(RATNA, position=""),),
        (replace(RATNA, institution="PT Angin Barat"),),
        (replace(RATNA, at=BEGIN),),
    ],
)
def test_guests_changed_after_closing_are_not_printed(guests: tuple[GuestRow, ...] | None) -> None:
    with pytest.raises(PaperFailed, match="not those that were closed"):
        render(replace(closed(WITH_GUESTS), guests=guests))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_list_changed_after_closing_is_not_printed(change: dict[str, Any]) -> None:
    changed = replace(DRAFT, closure=closed(DRAFT).closure, **change)

    assert content_sha256(changed) != content_sha256(DRAFT)
    with pytest.raises(PaperFailed, match="not those that were closed"):
        render(changed)


def test_the_logo_stands_on_the_paper_and_not_in_its_hash(pages: Pages) -> None:
    logo = picture("PNG")
    with_logo = replace(DRAFT, kop=replace(DRAFT.kop, logo=logo))
    document = pdfium.PdfDocument(render(with_logo))
    images = [it for it in document[0].get_objects() if it.type == pdfium_c.FPDF_PAGEOBJ_IMAGE]
    document.close()
    assert images
    assert content_sha256(with_logo) == content_sha256(DRAFT)
    assert "DINAS KOMUNIKASI" in pages(render(with_logo))[0]
