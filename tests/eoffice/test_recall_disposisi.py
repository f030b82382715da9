"""Taking a disposisi back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.domain.disposisi import DisposisiRead, NotGiver, RecipientState
from functions.eoffice.domain.surat_masuk import LetterState
from functions.eoffice.read_disposisi import DisposisiOpened, read_disposisi
from functions.eoffice.recall_disposisi import DisposisiRecalled, DisposisiToRecall, recall_disposisi
from functions.eoffice.report_disposisi import DisposisiToReport, report_disposisi
from shared.events.eoffice import AgendaAsked
from shared.refusals import RecordMissing
from shared.tasks.task import TaskKind

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def recall(room: MailRoom, letter_id: str, given: str, post: str, by: Actor | None = None) -> DisposisiRecalled:
    which = DisposisiToRecall(letter_id, given, post)
    recalled: DisposisiRecalled = room.desk.call(recall_disposisi, which, by=by or room.head)
    return recalled


def test_one_recipient_has_it_no_more_and_the_other_keeps_it(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis", "kabid")
    assert not recall(room, letter_id, given, "sekdis").already
    assert recall(room, letter_id, given, "sekdis").already
    assert (room.waiting(room.secretary), room.listed(room.secretary)) == ([], [])
    assert room.listed(room.field) == [letter_id]
    assert room.show(letter_id).disposisi[0].recipients[0].state is RecipientState.RECALLED


def test_when_all_is_taken_back_the_giver_has_it_in_hand_again(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis")
    recall(room, letter_id, given, "sekdis")
    assert room.letter(letter_id).state is LetterState.WAITING
    assert [it.kind for it in room.waiting(room.head)] == [TaskKind.SURAT_MASUK]
    again = room.dispose(letter_id, "kabid")
    below = room.dispose(letter_id, "staf", by=room.field, through=again)
    recall(room, letter_id, below, "staf", by=room.field)
    assert [it.kind for it in room.waiting(room.field)] == [TaskKind.DISPOSISI]
    room.desk.call(report_disposisi, DisposisiToReport(letter_id, again, "Selesai sendiri"), by=room.field)
    assert room.letter(letter_id).state is LetterState.DONE


def test_taking_back_from_the_last_who_had_not_read_finishes_what_the_others_did(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis", "kabid")
    room.desk.call(report_disposisi, DisposisiToReport(letter_id, given, "Sudah"), by=room.secretary)
    recall(room, letter_id, given, "kabid")
    assert room.letter(letter_id).state is LetterState.DONE


def test_what_was_opened_stays_where_it_is(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis")
    room.desk.call(read_disposisi, DisposisiOpened(letter_id, given), by=room.secretary)
    with pytest.raises(DisposisiRead, match="Siti"):
        recall(room, letter_id, given, "sekdis")


def test_only_the_giver_takes_it_back(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis", "kabid")
    with pytest.raises(NotGiver, match="Jabatan kadis"):
        recall(room, letter_id, given, "kabid", by=room.secretary)
    with pytest.raises(RecordMissing):
        recall(room, letter_id, given, "staf")
    with pytest.raises(RecordMissing):
        recall(room, letter_id, given, "kabid", by=room.other_head)


def test_the_agenda_that_it_asked_for_is_taken_back_too(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis", phrases=("Untuk dihadiri",))
    room.desk.deliver()
    recall(room, letter_id, given, "sekdis")
    assert [(it.revision, it.is_withdrawn) for it in room.desk.announced(AgendaAsked)] == [(2, False), (3, True)]
    room.desk.deliver()
    assert room.waiting(room.secretary) == []
    room.dispose(letter_id, "sekdis", phrases=("Untuk dihadiri",))
    room.desk.deliver()
    assert TaskKind.AGENDA_DRAFT in {it.kind for it in room.waiting(room.secretary)}


def test_a_post_that_another_disposisi_still_wants_present_keeps_its_draft(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "kabid", phrases=("Untuk dihadiri",))
    room.dispose(letter_id, "staf", by=room.field, through=given, phrases=("Untuk dihadiri",))
    again = room.dispose(letter_id, "staf", phrases=("Untuk dihadiri",))
    room.desk.deliver()
    recall(room, letter_id, again, "staf")
    room.desk.deliver()
    assert TaskKind.AGENDA_DRAFT in {it.kind for it in room.waiting(room.staff)}
