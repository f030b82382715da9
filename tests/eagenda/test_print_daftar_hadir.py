"""Printing the attendance list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.print_daftar_hadir import WhichDaftarHadir, print_daftar_hadir
from shared.refusals import RecordMissing
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from shared.answers import Pdf
    from tests.desk import Desk
    from tests.phone import Phone


def paper(meeting: Meeting, by: Actor | None = None) -> Pdf:
    printed: Pdf = meeting.desk.call(print_daftar_hadir, WhichDaftarHadir(meeting.id), by=by or meeting.organiser)
    return printed


def text_of(printed: Pdf) -> str:
    """Return what a person reads on the paper, without the breaks that the layout made."""
    document = pdfium.PdfDocument(printed.content)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(texts).replace("\N{ZERO WIDTH SPACE}", "").split())


def test_the_list_is_a_draft_while_it_is_open_and_has_its_hash_once_it_is_closed(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    draft = text_of(paper(meeting))
    assert "KONSEP" in draft
    assert "Aditya" in draft
    assert "SHA-256" not in draft

    sha256 = meeting.close().sheet.sha256
    final = text_of(paper(meeting))
    assert "KONSEP" not in final
    assert "Versi 1" in final
    assert sha256 in final.replace(" ", "")


def test_guests_stand_in_a_section_of_their_own_without_their_telephones(desk: Desk) -> None:
    meeting = Meeting(desk, admit_guests=True)
    meeting.scan(meeting.guest)
    meeting.write_down("Bu Ratna", telephone="0812-3456-7890")
    meeting.close()

    final = text_of(paper(meeting))

    assert "Tamu No. Nama Jabatan Instansi Tanda Hadir 1 Bu Ratna Direktur PT Angin Timur Hadir 08.30 WIB" in final
    assert "Jumlah hadir: 1 dari 1 undangan, dan 1 tamu." in final
    assert "81234567890" not in final.replace(" ", "").replace("-", "")


def test_a_confirmed_scan_is_marked_with_the_time_of_its_receipt(meeting: Meeting, phone: Phone) -> None:
    kept = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now())
    meeting.desk.clock.pass_(minutes=90)
    phone.send(kept)
    assert "Luring" not in text_of(paper(meeting))

    meeting.confirm(meeting.guest)
    meeting.close()

    assert "Hadir 08.30 WIB Luring¹, diterima 10.00 WIB" in text_of(paper(meeting))


def test_a_closed_list_prints_alike_whenever_it_is_printed(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    meeting.close()
    before = paper(meeting)
    meeting.desk.deliver()
    meeting.desk.clock.pass_(days=40)

    assert paper(meeting) == before


def test_the_browser_gets_a_file_with_a_name(meeting: Meeting) -> None:
    response = meeting.desk.request(
        print_daftar_hadir, params={"agenda_id": meeting.id}, token=meeting.desk.token(meeting.organiser)
    )
    assert response.mimetype == "application/pdf"
    assert response.headers["Content-Disposition"] == f'attachment; filename="daftar-hadir-{meeting.id}.pdf"'
    assert response.data.startswith(b"%PDF-")


@pytest.mark.parametrize("title", ['Rapat #panic("x")', "Rapat <script>alert(1)</script>", "Rapat $x$ @a"])
def test_markup_in_a_title_is_printed_as_text(desk: Desk, title: str) -> None:
    assert title.replace(" ", "") in text_of(paper(Meeting(desk, title=title))).replace(" ", "")


def test_to_another_office_there_is_no_list(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(RecordMissing):
        paper(meeting, by=stranger)


def test_those_invited_do_not_print_the_list_of_the_others(meeting: Meeting) -> None:
    with pytest.raises(RecordMissing):
        paper(meeting, by=meeting.guest)


def test_the_office_above_is_told_whom_to_ask(meeting: Meeting, superior: Actor) -> None:
    with pytest.raises(NotOrganiser, match="Hubungi Dewi"):
        paper(meeting, by=superior)
