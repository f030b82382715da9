"""Taking a disposisi back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.assign_aide import NewAide, assign_aide
from functions.eoffice.domain.disposisi import DisposisiRead, NotGiver, RecipientState
from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.surat_masuk import LetterState
from functions.eoffice.read_disposisi import DisposisiOpened, read_disposisi
from functions.eoffice.recall_disposisi import DisposisiRecalled, DisposisiToRecall, recall_disposisi
from functions.eoffice.report_disposisi import DisposisiToReport, report_disposisi
from shared.events.eoffice import AgendaAsked
from shared.refusals import RecordMissing
from shared.rules.acting_for import AideKind
from shared.tasks.task import TaskKind
from tests.eoffice.mail_room import TODAY

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
    recipients = room.show(letter_id).disposisi[0].recipients
    assert [(it.state, it.may_recall) for it in recipients] == [
        (RecipientState.RECALLED, False),
        (RecipientState.UNREAD, True),
    ]


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


def test_an_aide_takes_back_what_the_chief_gave_but_nothing_of_a_secret_letter(room: MailRoom) -> None:
    room.desk.call(assign_aide, NewAide("kadis", "joni", AideKind.SEKRETARIS, TODAY), by=room.head)
    ordinary = room.register().letter_id
    recall(room, ordinary, room.dispose(ordinary, "sekdis"), "sekdis", by=room.staff)
    assert room.letter(ordinary).state is LetterState.WAITING
    secret = room.register(number="2", sifat=Sifat.RAHASIA).letter_id
    given = room.dispose(secret, "sekdis")
    room.dispose(secret, "staf")
    assert not any(who.may_recall for it in room.show(secret, by=room.staff).disposisi for who in it.recipients)
    with pytest.raises(NotGiver):
        recall(room, secret, given, "sekdis", by=room.staff)


def test_whoever_has_it_by_two_disposisi_keeps_it_and_its_task_when_one_is_taken_back(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    first = room.dispose(letter_id, "sekdis")
    second = room.dispose(letter_id, "sekdis", "kabid")
    assert len(room.waiting(room.secretary)) == 2
    recall(room, letter_id, second, "sekdis")
    assert room.listed(room.secretary) == [letter_id]
    [task] = room.waiting(room.secretary)
    assert task.subject_id == f"{first}:sekdis"
    recall(room, letter_id, second, "kabid")
    assert room.letter(letter_id).state is LetterState.DISPOSED
    recall(room, letter_id, first, "sekdis")
    assert (room.letter(letter_id).state, room.listed(room.secretary)) == (LetterState.WAITING, [])


def test_what_was_handed_on_is_not_taken_back(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis")
    below = room.dispose(letter_id, "staf", by=room.secretary, through=given)
    with pytest.raises(DisposisiRead, match="Siti"):
        recall(room, letter_id, given, "sekdis")
    with pytest.raises(NotGiver, match="Jabatan sekdis"):
        recall(room, letter_id, below, "staf")
