"""A naskah on paper."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

from pypdf import PdfReader

from functions.eoffice.domain.naskah import Destination, SectionText
from functions.eoffice.domain.naskah_kind import NaskahKind
from functions.eoffice.naskah import WhichNaskah
from functions.eoffice.print_naskah import print_naskah
from shared.directory.model import PERSONS, SEATS, Person, Seat
from shared.rules.appointment import Appointment, AppointmentKind
from tests.eoffice.drafting_room import HAL, TEXT

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def text_of(drafting: DraftingRoom, naskah_id: str) -> str:
    pdf = drafting.desk.call(print_naskah, WhichNaskah(naskah_id), by=drafting.staff).content
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_it_says_what_is_typed_with_the_form_of_its_number_and_who_signs(drafting: DraftingRoom) -> None:
    text = text_of(drafting, drafting.drafted())
    for words in (HAL, "000.1.5/……/", "Yth. Kepala Badan", "di Mojokerto", "1. materi keamanan", "2. satu hari."):
        assert words in text
    assert "JABATAN KADIS, Nurul" in text
    assert "Tembusan: Yth. Bupati Mojokerto." in text
    assert "KONSEP" in text


def test_who_acts_signs_as_such_and_in_whose_name_stands_before(drafting: DraftingRoom) -> None:
    seat = Seat("kadis", (Appointment("kadis", "siti", AppointmentKind.PLT, date(2026, 11, 2)),), "diskominfo")
    drafting.desk.given(SEATS, seat)
    text = text_of(drafting, drafting.drafted(in_name_of="Bupati Mojokerto"))
    assert "a.n. BUPATI MOJOKERTO Plt. JABATAN KADIS, Siti" in text


def test_those_who_are_sent_stand_with_the_highest_golongan_first(drafting: DraftingRoom) -> None:
    drafting.desk.given(PERSONS, Person("joni", "Joni", golongan="II/c"), Person("bayu", "Bayu", golongan="IV/a"))
    drafting.desk.given(PERSONS, Person("siti", "Siti", golongan="III/d"))
    naskah_id = drafting.start(NaskahKind.SURAT_TUGAS)
    sections = (SectionText("dasar", TEXT), SectionText("untuk", TEXT))
    drafting.write(naskah_id, sections=sections, person_ids=("joni", "siti", "bayu"))
    text = text_of(drafting, naskah_id)
    assert text.index("Bayu") < text.index("Siti") < text.index("Joni")
    assert "Pembina, IV/a" in text


def test_a_keputusan_says_whose_it_is_and_counts_its_dictums(drafting: DraftingRoom) -> None:
    naskah_id = drafting.start(NaskahKind.KEPUTUSAN)
    names = ("menimbang", "mengingat", "memperhatikan", "menetapkan")
    drafting.write(naskah_id, sections=tuple(SectionText(it, TEXT[1:]) for it in names))
    text = text_of(drafting, naskah_id)
    assert "KEPUTUSAN JABATAN KADIS" in text
    assert "a. materi" in text
    assert text.index("MEMUTUSKAN:") < text.index("KESATU") < text.index("KEDUA")


def test_many_addressees_stand_on_a_sheet_of_their_own(drafting: DraftingRoom) -> None:
    to = tuple(Destination(f"Camat {number}") for number in range(1, 19))
    text = text_of(drafting, drafting.drafted(destinations=to))
    assert "Yth. (daftar terlampir)" in text
    assert "18. Camat 18" in text
