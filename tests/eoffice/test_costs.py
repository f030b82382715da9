"""What letters cost in the cloud: documents read and written, as Firestore bills them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from functions.eoffice.list_surat_masuk import list_surat_masuk
from functions.eoffice.register_surat_masuk import register_surat_masuk
from functions.eoffice.search_letters import search_letters
from functions.eoffice.show_surat_masuk import show_surat_masuk
from shared.adapters.cached_reads import CachedReads
from shared.adapters.google.firestore_records import FirestoreRecords
from shared.directory.directory import Directory
from shared.directory.standing import STANDINGS
from tests.billed import Billed
from tests.desk import Desk
from tests.emulators import new_project
from tests.eoffice.mail_room import SAYS, MailRoom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.actor import Actor
    from shared.ports.records import Records

pytestmark = pytest.mark.emulator
A_PAGE = 25


class Bill:
    """The offices on Firestore whose store is billed, with what every call asks of the directory in the cache."""

    def __init__(self, room: MailRoom, records: Records) -> None:
        self.desk, self.counted = room.desk, Counter[str]()
        directory = Directory(self.desk.cached, self.desk.clock.now())
        standings = (directory.standing(it.id) for it in (room.clerk, room.head))
        self.desk.given(STANDINGS, *filter(None, standings))
        self.tokens = {it.id: self.desk.token(it) for it in (room.clerk, room.head)}
        self.desk.records = Billed(records, self.counted)  # each work once, as it is served
        self.desk.cached = CachedReads(lambda: self.desk.records)
        for by in (room.clerk, room.head):
            self.ask(list_surat_masuk, {}, by)
        self.counted.clear()

    def ask(self, query: object, params: dict[str, str], by: Actor) -> None:
        """Ask a query with a fresh bill."""
        self.counted.clear()
        response = self.desk.request(query, params=params, token=self.tokens[by.id])  # type: ignore[arg-type]  # any
        assert response.status_code == 200, response.get_data()


@pytest.fixture
def records(firestore_emulator: str) -> Iterator[FirestoreRecords]:
    records = FirestoreRecords(new_project(), emulator=firestore_emulator)
    yield records
    records.close()


@pytest.fixture
def room(records: FirestoreRecords, tmp_path: Path) -> MailRoom:
    return MailRoom(Desk(records, tmp_path))


def test_a_page_of_the_book_reads_no_more_than_its_letters_and_two(room: MailRoom, records: FirestoreRecords) -> None:
    for number in range(A_PAGE + 3):
        room.register(scan_id=room.desk_scan(number), number=str(number))
    bill = Bill(room, records)
    for by in (room.clerk, room.head):
        bill.ask(list_surat_masuk, {}, by)
        assert A_PAGE <= bill.counted["reads"] <= A_PAGE + 2


def test_a_search_reads_no_more_than_a_page_of_letters_and_two(room: MailRoom, records: FirestoreRecords) -> None:
    for number in range(A_PAGE + 3):
        room.register(scan_id=room.desk_scan(number), number=str(number))
    bill = Bill(room, records)
    for text in ("undangan", "undangan rapat koordinasi", "undnagan", "rapat koordinsai spbe", "tidak ada yang begini"):
        for by in (room.clerk, room.head):
            bill.counted.clear()
            found = bill.desk.request(search_letters, json_body={"text": text}, token=bill.tokens[by.id])
            assert found.status_code == 200, found.get_data()
            assert bill.counted["reads"] <= A_PAGE + 2, text


def test_a_letter_is_one_read_and_each_disposisi_one_more(room: MailRoom, records: FirestoreRecords) -> None:
    letter_id = room.register().letter_id
    room.dispose(letter_id, "sekdis")
    room.dispose(letter_id, "kabid")
    bill = Bill(room, records)
    for _ in range(2):  # the directory and the table of klasifikasi are remembered
        bill.ask(show_surat_masuk, {"letter_id": letter_id}, room.head)
    assert bill.counted["reads"] == 3


def test_registering_writes_what_it_says_and_nothing_else(room: MailRoom, records: FirestoreRecords) -> None:
    scan_id = room.desk_scan(1)
    bill = Bill(room, records)
    says = {
        "sender": SAYS.sender,
        "number": SAYS.number,
        "hal": SAYS.hal,
        "dated_on": str(SAYS.dated_on),
        "received_on": str(SAYS.received_on),
    }
    body = {"scan_id": scan_id, "says": says, "addressee_id": "kadis"}
    response = bill.desk.request(register_surat_masuk, json_body=body, token=bill.tokens[room.clerk.id])
    assert response.status_code == 200, response.get_data()
    # The series, the letter, its words, those like it, its sender, its scan, its subject, its task, the journal's row.
    assert bill.counted["writes"] == 9
