"""Entering a letter in the book."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.eoffice.domain.letter import Sifat, Urgensi
from functions.eoffice.domain.letter_scan import LetterScanRegistered
from functions.eoffice.domain.reading import NOTHING_READ
from functions.eoffice.domain.same_letter import LetterRegistered
from functions.eoffice.letter_scans import LETTER_SCANS, scan_readers
from shared.refusals import InvalidField, RecordMissing
from shared.tasks.task import TaskVerb
from tests.desk import MORNING
from tests.eoffice.mail_room import SAYS, TODAY

if TYPE_CHECKING:
    from tests.eoffice.mail_room import MailRoom


def test_a_letter_takes_the_next_number_of_its_office_and_waits_for_whom_it_is_for(room: MailRoom) -> None:
    assert room.register().nomor_agenda == "0001/2026"
    second = room.register(number="2", to="sekdis", urgensi=Urgensi.AMAT_SEGERA)
    assert second.nomor_agenda == "0002/2026"
    assert room.register(by=room.other_clerk, to="kaban").nomor_agenda == "0001/2026"
    [task] = room.waiting(room.secretary)
    assert (task.verb, task.title) == (TaskVerb.DISPOSE, SAYS.hal)
    assert (task.detail, task.link) == (f"{SAYS.sender} · 2", f"/surat/masuk/{second.letter_id}")
    assert task.due == MORNING + timedelta(hours=24)


def test_an_ordinary_letter_is_due_at_the_end_of_the_fifth_working_day(room: MailRoom) -> None:
    letter = room.letter(room.register().letter_id)
    assert letter.due.isoformat() == "2026-12-01T09:00:00+00:00"  # Tuesday a week later, 16.00 WIB


def test_the_book_begins_anew_on_new_years_day_in_mojokerto(room: MailRoom) -> None:
    room.register()
    room.desk.clock.set(MORNING.replace(month=12, day=31, hour=17, minute=1))
    assert room.register(number="2").nomor_agenda == "0001/2027"


def test_the_same_letter_needs_a_reason_to_come_again(room: MailRoom) -> None:
    first = room.register(reason="Sebuah alasan yang tidak perlu")
    assert room.letter(first.letter_id).duplicate_reason == ""
    with pytest.raises(LetterRegistered, match="0001/2026"):
        room.register(number="000.1.5 /1234/114.3/2026")
    again = room.register(reason="Datang lagi lewat pos, lampirannya lengkap")
    assert again.nomor_agenda == "0002/2026"
    assert room.letter(again.letter_id).duplicate_reason.startswith("Datang lagi")


def test_a_scan_is_entered_once_and_a_repeated_call_answers_the_same(room: MailRoom) -> None:
    scan_id = room.scan()
    first = room.register(scan_id=scan_id, key="one")
    assert room.register(scan_id=scan_id, key="one") == first
    with pytest.raises(LetterScanRegistered) as refused:
        room.register(scan_id=scan_id, number="2")
    assert refused.value.facts["letter_id"] == first.letter_id


def test_a_letter_that_comes_after_midnight_in_mojokerto_comes_today(room: MailRoom) -> None:
    room.desk.clock.set(MORNING.replace(hour=17, minute=1))
    assert room.register(received_on=TODAY + timedelta(days=1)).nomor_agenda == "0001/2026"


def test_of_a_scan_that_is_a_letter_the_desk_keeps_neither_words_nor_sight(room: MailRoom) -> None:
    scan_id = room.scan()
    room.register(scan_id=scan_id)
    scan = room.desk.found(LETTER_SCANS, scan_id)
    assert scan is not None
    assert (scan.name, scan.read, scan_readers(scan)) == ("", NOTHING_READ, ())


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"received_on": TODAY + timedelta(days=1)}, "/says/received_on"),
        ({"dated_on": date(2027, 11, 20)}, "/says/dated_on"),
        ({"klasifikasi": "999.9"}, "/says/klasifikasi"),
        ({"klasifikasi": "bukan kode"}, "/says/klasifikasi"),
    ],
)
def test_what_cannot_be_is_refused_and_takes_no_number(room: MailRoom, changes: dict[str, Any], pointer: str) -> None:
    scan_id = room.scan()
    with pytest.raises(InvalidField) as refused:
        room.register(scan_id=scan_id, **changes)
    assert refused.value.facts["errors"][0]["pointer"] == pointer
    assert room.register(scan_id=scan_id).nomor_agenda == "0001/2026"


def test_a_deeper_code_than_the_annex_has_is_taken(room: MailRoom) -> None:
    assert room.letter(room.register(klasifikasi="000.1.2.99").letter_id).says.klasifikasi == "000.1.2.99"


@pytest.mark.parametrize("post", ["kaban", "bupati", "tidak-ada"])
def test_a_letter_goes_to_no_post_of_another_office(room: MailRoom, post: str) -> None:
    with pytest.raises(InvalidField):
        room.register(to=post)


def test_a_scan_of_another_desk_is_not_there(room: MailRoom) -> None:
    with pytest.raises(RecordMissing):
        room.register(scan_id=room.scan(by=room.other_clerk))


def test_a_secret_letter_says_nothing_in_a_task_and_waits_for_the_holder_alone(room: MailRoom) -> None:
    room.register(sifat=Sifat.RAHASIA)
    [task] = room.waiting(room.head)
    assert (task.title, task.detail) == ("Surat rahasia, nomor agenda 0001/2026", "Buka suratnya untuk membaca")


def test_sixty_four_at_once_take_each_whole_number_once(room: MailRoom) -> None:
    scans = [room.desk_scan(it) for it in range(64)]
    with ThreadPoolExecutor(8) as clerks:
        registered = list(clerks.map(lambda it: room.register(scan_id=it[1], number=str(it[0])), enumerate(scans)))
    numbers = [room.letter(it.letter_id).nomor_agenda for it in registered]
    assert sorted(numbers) == [f"{serial:04}/2026" for serial in range(1, 65)]
