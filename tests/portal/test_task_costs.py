"""What *Kerja saya* costs in the cloud: documents read, as Firestore bills them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.portal.list_tasks import WhichTasks
from functions.portal.records import SNOOZES
from functions.portal.show_badges import show_badges
from shared.adapters.cached_reads import CachedReads
from shared.adapters.google.firestore_records import FirestoreRecords
from shared.directory.directory import Directory
from shared.directory.standing import STANDINGS
from shared.permissions import Permission
from shared.rules.acting_for import Chief
from shared.rules.calendar import wib_date
from shared.tasks.task import TaskKind, TaskVerb, of_person, of_position, of_right
from tests.billed import Billed
from tests.desk import Desk
from tests.emulators import new_project
from tests.portal.tasks import listed, task_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.actor import Actor

PAGE = 25


class Bill:
    """Bayu, for whom forty tasks wait and one for his chief, on Firestore; who he is stands in the cache.

    It is there after any call of his, and says that he is an aide: nothing more is asked for it.
    """

    def __init__(self, records: FirestoreRecords, folder: Path) -> None:
        self.counted: Counter[str] = Counter()
        self.desk = Desk(records, folder)
        fajar = self.desk.employee("Fajar", Permission.APPROVE_TABLES)
        self.bayu: Actor = self.desk.employee("Bayu", Permission.APPROVE_TABLES)
        right = of_right(Permission.APPROVE_TABLES)
        for number in range(20):
            task_for(right, self.desk, fajar, f"proposal-{number:02}", kind=TaskKind.TABLE_PROPOSAL)
            task_for(of_person(self.bayu.id), self.desk, fajar, f"agenda-{number:02}")
        standing = Directory(self.desk.records, self.desk.clock.now()).standing(self.bayu.id)
        assert standing is not None
        chief = Chief("post-fajar", wib_date(self.desk.clock.now()), title="Jabatan Fajar")
        self.desk.given(STANDINGS, replace(standing, held=(replace(standing.held[0], chiefs=(chief,)),)))
        task_for(of_position("post-fajar"), self.desk, fajar, "chiefs")
        self.desk.records = Billed(records, self.counted)
        self.desk.cached = CachedReads(lambda: self.desk.records)
        listed(self.desk, self.bayu)
        self.counted.clear()


@pytest.fixture
def bill(firestore_emulator: str, tmp_path: Path) -> Iterator[Bill]:
    records = FirestoreRecords(new_project(), emulator=firestore_emulator)
    yield Bill(records, tmp_path)
    records.close()


pytestmark = pytest.mark.emulator


def test_a_page_of_the_list_costs_its_rows_and_seven_reads(bill: Bill) -> None:
    assert len(listed(bill.desk, bill.bayu).items) == PAGE
    assert bill.counted["reads"] <= PAGE + 7


def test_a_tab_costs_no_more(bill: Bill) -> None:
    assert len(listed(bill.desk, bill.bayu, WhichTasks(TaskVerb.APPROVE)).items) == 20
    assert bill.counted["reads"] <= PAGE + 7


def test_the_figures_in_the_menu_cost_eight_reads(bill: Bill) -> None:
    assert bill.desk.call(show_badges, by=bill.bayu).tasks == 41
    assert bill.counted["reads"] <= 8  # one for each tab, and one for the unread notices
    assert bill.desk.found(SNOOZES, bill.bayu.id) is None
