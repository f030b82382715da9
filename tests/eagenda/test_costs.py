"""What one scan costs in the cloud: documents read and written, as Firestore bills them, and how often it is asked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.arranging import PlannedSitting
from functions.eagenda.record_attendance import record_attendance
from functions.eagenda.records import ATTENDANCE, QR_SECRETS, participation_key
from shared.adapters.cached_reads import CachedReads
from shared.adapters.google.firestore_records import FirestoreRecords
from shared.kernel.journal import Relay, relay_events
from tests.billed import Billed
from tests.desk import Desk
from tests.eagenda.meeting import Meeting
from tests.emulators import new_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.ports.records import Records


class Bill:
    """A meeting on Firestore whose store is billed, with the identity and the secret in the cache."""

    def __init__(self, records: Records, folder: Path) -> None:
        self.counted: Counter[str] = Counter()
        self.desk = Desk(records, folder)
        self.meeting = Meeting(self.desk)
        self.desk.deliver()  # what the making of the meeting has told is not on a scan's bill
        self.token = self.desk.token(self.meeting.guest)
        self.desk.records = Billed(records, self.counted)  # each work once, as it is served
        self.desk.cached = CachedReads(lambda: self.desk.records)
        self.desk.cached.get(QR_SECRETS.stored, self.meeting.id)

    def scan(self, expected: int = 200) -> None:
        """Scan with a fresh bill."""
        body = {"agenda_id": self.meeting.id, "code": self.meeting.code()}
        self.counted.clear()
        response = self.desk.request(record_attendance, json_body=body, token=self.token)
        assert response.status_code == expected, response.get_data()

    def relay(self) -> None:
        """Relay what waits and mark it, on the bill of the scan."""
        relay_events(self.desk.records, self.desk.bus, self.desk.clock.now())


@pytest.fixture
def bill(firestore_emulator: str, tmp_path: Path) -> Iterator[Bill]:
    records = FirestoreRecords(new_project(), emulator=firestore_emulator)
    yield Bill(records, tmp_path)
    records.close()


pytestmark = pytest.mark.emulator


def test_a_scan_reads_four_documents_at_once_and_writes_two_with_its_journal_row(bill: Bill) -> None:
    bill.scan()
    assert bill.counted == {"reads": 4, "round trips": 1, "writes": 2}
    assert bill.meeting.desk.found(ATTENDANCE, participation_key(bill.meeting.id, bill.meeting.guest.id))


def test_with_the_relay_mark_a_scan_costs_at_most_five_reads_and_four_writes(bill: Bill) -> None:
    bill.scan()
    [waiting] = [
        row for row in bill.desk.journal() if row.relay is Relay.WAITING and row.operation.endswith("attendance")
    ]
    assert waiting.events
    bill.relay()

    # Looking for rows that wait is the relay's own errand, not the scan's: it is made as often without any scan.
    assert bill.counted["reads"] <= 5
    assert bill.counted["writes"] <= 4
    assert {row.relay for row in bill.desk.journal()} == {Relay.DONE}


def test_scanning_again_writes_the_journal_row_alone(bill: Bill) -> None:
    bill.scan()
    bill.scan()
    assert bill.counted == {"reads": 4, "round trips": 1, "writes": 1}


def test_a_scan_of_a_sitting_reads_one_document_more(bill: Bill) -> None:
    agenda = bill.meeting.agenda()
    sitting = PlannedSitting("Materi", agenda.starts_at, agenda.ends_at)
    bill.meeting.edit(sittings=(sitting,), opens_at=None, closes_at=None, reason="Dibagi dalam sesi")
    bill.scan()
    assert bill.counted == {"reads": 5, "round trips": 2, "writes": 2}


def test_a_refused_scan_costs_no_more(bill: Bill) -> None:
    bill.desk.clock.pass_(hours=3)
    bill.token = bill.desk.token(bill.meeting.guest)
    bill.scan(expected=409)
    assert bill.counted["reads"] <= 5
    assert bill.counted["writes"] <= 4
