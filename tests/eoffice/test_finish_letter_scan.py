"""Having a scan looked at: what is read of it, and what is not let in."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from functions.eoffice.domain.letter import Urgensi
from functions.eoffice.domain.letter_scan import LetterScanState
from functions.eoffice.finish_letter_scan import look_at
from functions.eoffice.letter_scans import LETTER_SCANS, document_name, text_name
from shared.kernel.context import Call, ReadContext
from shared.refusals import RecordMissing
from shared.rules.files import FileRefused, UploadDiffers, UploadMissing
from tests.eoffice.mail_room import letter_pdf
from tests.uploads.files import office, pdf, picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.eoffice.mail_room import MailRoom


def test_what_a_letter_says_of_itself_is_proposed(room: MailRoom) -> None:
    content = letter_pdf(pages=2)
    begun = room.begin(content)
    room.send(begun, content)
    finished = room.finish(begun.scan_id)
    scan, read = finished.scan, finished.scan.read
    assert (scan.state, scan.pages, scan.sent_by, finished.already) == (LetterScanState.READY, 2, "Dewi", False)
    assert read.sender == "Dinas Komunikasi dan Informatika Provinsi Jawa Timur"
    assert (read.number, read.klasifikasi) == ("000.1.5/1234/114.3/2026", "000.1.5")
    assert (read.dated_on, read.urgensi, read.sifat) == (date(2026, 11, 20), Urgensi.SEGERA, None)
    assert (read.hal, read.lampiran) == ("Undangan Rapat Koordinasi SPBE se-Jawa Timur", "1 (satu) berkas")
    assert room.desk.documents.load(document_name(scan.id)) == content
    assert b"Yth. Kepala Dinas Kominfo" in (room.desk.documents.load(text_name(scan.id)) or b"")


def test_doing_it_again_answers_the_same(room: MailRoom) -> None:
    scan_id = room.scan()
    again = room.finish(scan_id)
    assert again.already
    assert again.scan.read.number == "000.1.5/1234/114.3/2026"


def test_a_scan_without_text_and_a_photo_propose_nothing_and_lie_on_the_desk(room: MailRoom) -> None:
    assert room.finish(room.scan(pdf())).scan.read.number == ""
    photo = room.finish(room.scan(picture(), "surat.jpg")).scan
    assert (photo.state, photo.pages, photo.read.hal) == (LetterScanState.READY, 1, "")


def locked() -> bytes:
    """Return a letter that opens with a password alone."""
    return _written(lambda writer: writer.encrypt("rahasia"))


def acting() -> bytes:
    """Return a letter that runs a script when it is opened."""
    return _written(lambda writer: writer.root_object.update({NameObject("/OpenAction"): _script()}))


def _script() -> DictionaryObject:
    said = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    return DictionaryObject(said)


def _written(change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(letter_pdf())))
    change(writer)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"bukan PDF", "other-content"),
        (office(), "other-content"),  # a word processor's file whose name was changed
        (letter_pdf()[:400], "foreign"),
        (locked(), "locked"),
        (acting(), "active"),
    ],
)
def test_a_file_that_is_no_harmless_pdf_is_refused_each_time_it_is_asked(
    room: MailRoom, content: bytes, fault: str
) -> None:
    begun = room.begin(content)
    room.send(begun, content)
    for _ in range(2):
        with pytest.raises(FileRefused) as refused:
            room.finish(begun.scan_id)
        assert refused.value.facts["fault"] == fault
    assert room.desk.documents.load(document_name(begun.scan_id)) is None


def test_what_never_came_or_came_otherwise_is_said_so(room: MailRoom) -> None:
    begun = room.begin(letter_pdf())
    with pytest.raises(UploadMissing):
        room.finish(begun.scan_id)
    room.send(begun, letter_pdf()[:-1] + b"x")
    with pytest.raises(UploadDiffers):
        room.finish(begun.scan_id)
    room.desk.clock.pass_(hours=1)
    with pytest.raises(UploadMissing, match="Terlalu lama"):
        room.finish(begun.scan_id)


def test_another_desk_finds_nothing(room: MailRoom) -> None:
    with pytest.raises(RecordMissing):
        room.finish(room.scan(), by=room.other_clerk)


def test_a_scan_whose_look_broke_off_before_it_lay_on_the_desk_is_looked_at_again(room: MailRoom) -> None:
    begun = room.begin(letter_pdf())
    room.send(begun, letter_pdf())
    announced = room.desk.found(LETTER_SCANS, begun.scan_id)
    assert announced is not None
    look_at(announced, ReadContext(Call(room.clerk, room.desk.clock.now(), "r"), room.desk, room.desk.records))
    finished = room.finish(begun.scan_id)
    assert (finished.already, finished.scan.read.number) == (False, "000.1.5/1234/114.3/2026")
