"""Giving a naskah back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.naskah import NaskahState
from functions.eoffice.return_naskah import BackTo
from functions.portal.list_notices import WhichNotices, list_notices
from shared.refusals import InvalidField, RecordMissing
from shared.rules.chain import NotAsked
from shared.rules.notice import NoticeKind
from shared.tasks.task import TaskKind

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def test_it_goes_back_to_who_drafted_it_with_what_is_to_be_changed(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.approve(naskah_id, drafting.field)
    assert drafting.give_back(naskah_id, drafting.secretary, note="Lengkapi dasar").held_by == ("Joni",)
    [task] = drafting.waiting(drafting.staff)
    assert (task.kind, task.detail) == (TaskKind.NASKAH_TO_MEND, "Dikembalikan: Lengkapi dasar")
    assert drafting.waiting(drafting.secretary) == []
    notices = drafting.desk.call(list_notices, WhichNotices(), by=drafting.staff).items
    assert [it.kind for it in notices] == [NoticeKind.NASKAH_RETURNED]


def test_submitted_again_it_begins_with_the_first_checker_as_a_further_edition(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.approve(naskah_id, drafting.field)
    drafting.give_back(naskah_id, drafting.secretary)
    drafting.write(naskah_id, hal="Permohonan yang lengkap")
    assert drafting.submit(naskah_id).held_by == ("Jabatan kabid",)
    assert drafting.naskah(naskah_id).edition == 2
    assert drafting.waiting(drafting.staff) == []
    verdicts = [it.verdict.value for it in drafting.open(naskah_id).naskah.thread]
    assert verdicts == ["submitted", "approved", "returned", "submitted"]


def test_it_goes_back_to_the_checkers_before_who_decide_again(drafting: DraftingRoom) -> None:
    naskah_id = drafting.checked()
    assert drafting.give_back(naskah_id, drafting.head, BackTo.PREVIOUS).held_by == ("Jabatan sekdis",)
    assert drafting.waiting(drafting.head) == []
    assert len(drafting.waiting(drafting.secretary)) == 1
    assert drafting.naskah(naskah_id).state is NaskahState.SUBMITTED
    drafting.approve(naskah_id, drafting.secretary)
    assert drafting.naskah(naskah_id).state is NaskahState.CHECKED


def test_before_the_first_checker_there_is_nobody(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    with pytest.raises(InvalidField, match="konseptor"):
        drafting.give_back(naskah_id, drafting.field, BackTo.PREVIOUS)


def test_only_whose_turn_it_is_gives_it_back(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.approve(naskah_id, drafting.field)
    with pytest.raises(NotAsked):
        drafting.give_back(naskah_id, drafting.field)
    with pytest.raises(RecordMissing):
        drafting.give_back(naskah_id, drafting.other_head)


def test_of_a_secret_one_the_task_does_not_say_why(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted(sifat=Sifat.RAHASIA)
    drafting.give_back(naskah_id, drafting.field, note="Nama pelapor salah")
    assert [it.detail for it in drafting.waiting(drafting.staff)] == ["Dikembalikan"]
