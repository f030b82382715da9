"""Splitting a scan in which several letters lie behind one another."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter

from functions.eoffice.discard_letter_scan import LetterScanToDiscard, discard_letter_scan
from functions.eoffice.domain.letter_scan import LetterScanRegistered, parts_of
from functions.eoffice.letter_scans import LETTER_SCANS, document_name, text_name
from functions.eoffice.list_letter_scans import WhichLetterScans, list_letter_scans
from functions.eoffice.split_letter_scan import LetterScanToSplit, Splitting, cut, lay_out, split_letter_scan
from shared.kernel.context import Call, Context, ReadContext
from shared.refusals import InvalidField, RecordMissing
from tests.eoffice.mail_room import LETTER, letter_pdf
from tests.uploads.files import picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def stack(*texts: str) -> bytes:
    """Return letters of two pages each behind one another, as a feeder makes them."""
    writer = PdfWriter()
    for text in texts:
        writer.append(PdfReader(io.BytesIO(letter_pdf(text, 2))))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def split(room: MailRoom, scan_id: str, *starts: int, by: Actor | None = None) -> tuple[str, ...]:
    ids: tuple[str, ...] = room.desk.call(
        split_letter_scan, LetterScanToSplit(scan_id, starts), by=by or room.clerk
    ).scan_ids
    return ids


def test_each_letter_lies_on_the_desk_with_what_it_says_and_the_stack_is_gone(room: MailRoom) -> None:
    scan_id = room.scan(stack(LETTER, LETTER.replace("1234", "77"), LETTER.replace("1234", "78")), "tumpukan.pdf")
    ids = split(room, scan_id, 3, 5)
    scans = {it.id: it for it in room.desk.call(list_letter_scans, WhichLetterScans(), by=room.clerk).items}
    assert set(scans) == set(ids)
    assert [scans[it].read.number.split("/")[1] for it in ids] == ["1234", "77", "78"]
    assert [(scans[it].name, scans[it].pages) for it in ids] == [(f"tumpukan ({n}).pdf", 2) for n in (1, 2, 3)]
    room.desk.deliver()
    assert room.desk.documents.load(document_name(scan_id)) is None
    assert room.desk.documents.load(text_name(ids[0])) is not None
    assert room.register(scan_id=ids[1], number="77").nomor_agenda == "0001/2026"
    with pytest.raises(RecordMissing):
        split(room, scan_id, 2)


@pytest.mark.parametrize("starts", [(), (1,), (5,), (3, 3), (0,)])
def test_a_letter_begins_on_a_page_that_is_there(room: MailRoom, starts: tuple[int, ...]) -> None:
    with pytest.raises(InvalidField):
        split(room, room.scan(stack(LETTER, LETTER)), *starts)


def test_so_many_letters_are_split_at_once_and_no_more(room: MailRoom) -> None:
    scan_id = room.scan(stack(*[LETTER] * 16))
    with pytest.raises(InvalidField, match="30 surat"):
        split(room, scan_id, *range(2, 32))


def test_a_photo_is_one_letter_and_another_desk_finds_nothing(room: MailRoom) -> None:
    with pytest.raises(InvalidField):
        split(room, room.scan(picture(), "surat.jpg"), 2)
    with pytest.raises(RecordMissing):
        split(room, room.scan(stack(LETTER, LETTER)), 3, by=room.other_clerk)


def cut_while(room: MailRoom, happens: Callable[[str], object]) -> None:
    """Split a stack with which something else happens while it is cut."""
    scan_id = room.scan(stack(LETTER, LETTER))
    scan = room.desk.found(LETTER_SCANS, scan_id)
    assert scan is not None
    call = Call(room.clerk, room.desk.clock.now(), "r")
    parts = parts_of(scan, (3,), iter((f"{scan_id}-1", f"{scan_id}-2")).__next__)
    pieces = cut(Splitting(scan, parts), ReadContext(call, room.desk, room.desk.records))
    happens(scan_id)
    room.desk.records.transact(lambda transaction: lay_out(pieces, Context(call, room.desk, transaction, "r")))


def test_a_stack_that_is_a_letter_or_gone_before_it_is_cut_is_not_laid_out(room: MailRoom) -> None:
    with pytest.raises(LetterScanRegistered):
        cut_while(room, lambda it: room.register(scan_id=it))
    with pytest.raises(RecordMissing):
        cut_while(room, lambda it: room.desk.call(discard_letter_scan, LetterScanToDiscard(it), by=room.clerk))
    assert room.desk.call(list_letter_scans, WhichLetterScans(), by=room.clerk).items == ()
