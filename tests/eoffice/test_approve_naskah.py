"""The paraf of those who check a naskah."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eoffice.domain.naskah import Checker, NaskahState
from functions.portal.list_notices import WhichNotices, list_notices
from shared.directory.model import APPOINTMENTS
from shared.kernel.problems import Stale
from shared.refusals import RecordMissing
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.chain import NotAsked
from shared.rules.notice import NoticeKind
from shared.tasks.task import TaskKind
from tests.eoffice.mail_room import TODAY

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.drafting_room import DraftingRoom

EARLY, DAY = date(2024, 1, 2), timedelta(days=1)


def test_each_order_is_asked_after_the_one_before_and_then_who_signs(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    assert drafting.approve(naskah_id, drafting.field, "Sudah sesuai").held_by == ("Jabatan sekdis",)
    assert drafting.waiting(drafting.field) == []
    assert drafting.approve(naskah_id, drafting.secretary).held_by == ("Jabatan kadis",)
    assert drafting.naskah(naskah_id).state is NaskahState.CHECKED
    assert [it.kind for it in drafting.waiting(drafting.head)] == [TaskKind.NASKAH_TO_SIGN]
    thread = drafting.open(naskah_id).naskah.thread
    assert [(it.by_name, it.note) for it in thread] == [("Joni", ""), ("Bayu", "Sudah sesuai"), ("Siti", "")]
    notices = drafting.desk.call(list_notices, WhichNotices(), by=drafting.staff).items
    assert [it.kind for it in notices] == [NoticeKind.NASKAH_CHECKED]


def test_a_paraf_counts_once(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.approve(naskah_id, drafting.field)
    assert drafting.approve(naskah_id, drafting.field).already
    assert len(drafting.open(naskah_id).naskah.thread) == 2


def test_of_those_asked_together_the_last_one_moves_it_on(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted(checkers=(Checker("kabid", 1), Checker("sekdis", 1)))
    assert drafting.approve(naskah_id, drafting.secretary).held_by == ("Jabatan kabid",)
    assert drafting.approve(naskah_id, drafting.field).held_by == ("Jabatan kadis",)


def test_two_who_are_asked_together_and_press_at_one_moment_both_count(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted(checkers=(Checker("kabid", 1), Checker("sekdis", 1)))

    def press(by: Actor) -> None:
        try:
            drafting.approve(naskah_id, by)
        except Stale:  # they look again, and press again
            drafting.approve(naskah_id, by)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(press, (drafting.field, drafting.secretary)))
    assert drafting.naskah(naskah_id).state is NaskahState.CHECKED


def test_whoever_acts_in_the_post_by_then_decides_and_who_has_left_does_not(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.desk.given(APPOINTMENTS, Appointment("kabid", "bayu", AppointmentKind.DEFINITIF, EARLY, TODAY - DAY))
    acting = Appointment("kabid", "joni", AppointmentKind.PLT, TODAY)
    drafting.desk.given(APPOINTMENTS, acting)
    left, plt = drafting.desk.signed_in("bayu", "later"), drafting.desk.signed_in("joni", "later", "kabid")
    with pytest.raises(RecordMissing):
        drafting.approve(naskah_id, left)
    drafting.approve(naskah_id, plt)
    assert drafting.open(naskah_id).naskah.thread[-1].title == "Plt. Jabatan kabid"


def test_whose_turn_it_is_not_and_who_saw_an_older_text_are_refused(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    with pytest.raises(RecordMissing):
        drafting.approve(naskah_id, drafting.secretary)
    with pytest.raises(Stale):
        drafting.approve(naskah_id, drafting.field, version=1)
    drafting.approve(naskah_id, drafting.field)
    drafting.approve(naskah_id, drafting.secretary)
    with pytest.raises(NotAsked, match="menandatangani"):
        drafting.approve(naskah_id, drafting.head)
    with pytest.raises(NotAsked, match="Jabatan kadis"):
        drafting.approve(naskah_id, drafting.staff)
