"""Correcting what the book says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.directory.assign_aide import NewAide, assign_aide
from functions.eagenda.drafts import AGENDA_DRAFTS, draft_id
from functions.eoffice.cancel_surat_masuk import SuratMasukToCancel, cancel_surat_masuk
from functions.eoffice.correct_surat_masuk import SuratMasukCorrected, correct_surat_masuk
from functions.eoffice.correcting import SuratMasukToCorrect
from functions.eoffice.disposisi import task_subject
from functions.eoffice.domain.letter import Sifat, Urgensi
from functions.eoffice.domain.surat_masuk import FieldChange, LetterCancelled, LetterRead, LetterState
from functions.eoffice.find_same_letters import find_same_letters
from functions.eoffice.finish_surat_masuk import SuratMasukToFinish, finish_surat_masuk
from functions.eoffice.read_surat_masuk import LetterOpened, read_surat_masuk
from functions.eoffice.same_letters import SenderAndNumber
from functions.eoffice.subjects import as_subject
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from shared.rules.acting_for import AideKind
from shared.tasks.task import TASKS, TaskKind, task_id
from shared.views.letters import LETTER_FACTS
from shared.views.subjects import SUBJECTS
from tests.desk import MORNING
from tests.eoffice.mail_room import SAYS, TODAY

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def correct(
    room: MailRoom,
    letter_id: str,
    to: str = "kadis",
    *,
    version: int = 1,
    by: Actor | None = None,
    **changes: Any,  # noqa: ANN401 -- fields of what the letter says
) -> SuratMasukCorrected:
    typed = SuratMasukToCorrect(letter_id, version, replace(SAYS, **changes), to, "Salah ketik")
    made: SuratMasukCorrected = room.desk.call(correct_surat_masuk, typed, by=by or room.clerk)
    return made


def test_what_it_said_before_stays_with_who_changed_it_and_why(room: MailRoom) -> None:
    letter_id = room.register(hal="Undanagn").letter_id
    assert correct(room, letter_id, urgensi=Urgensi.SEGERA).version == 2
    letter = room.show(letter_id).letter
    [made] = letter.corrections
    assert (made.by, made.reason) == ("Dewi", "Salah ketik")
    assert made.changes == (
        FieldChange("Hal", "Undanagn", SAYS.hal),
        FieldChange("Urgensi", "Biasa", "Segera"),
    )
    assert letter.says.hal == SAYS.hal
    [task] = room.waiting(room.head)
    assert (task.title, task.due) == (SAYS.hal, MORNING + timedelta(hours=48))


def test_nothing_changes_where_nothing_is_otherwise(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    assert correct(room, letter_id).already
    assert room.letter(letter_id).corrections == ()


def test_it_goes_to_another_post_only_while_the_first_has_not_opened_it(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    correct(room, letter_id, "sekdis")
    assert room.waiting(room.head) == []
    assert [it.subject_id for it in room.waiting(room.secretary)] == [letter_id]
    with pytest.raises(RecordMissing):
        room.show(letter_id)
    room.desk.call(read_surat_masuk, LetterOpened(letter_id), by=room.secretary)
    with pytest.raises(LetterRead, match="Siti"):
        correct(room, letter_id, version=3)
    with pytest.raises(InvalidField):
        correct(room, letter_id, "kaban", version=3)


def test_a_letter_that_turns_out_to_be_secret_is_hidden_from_then_on(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    colleague = room.desk.employee("Rini", Permission.REGISTER_LETTERS)
    assert room.listed(colleague) == [letter_id]
    correct(room, letter_id, sifat=Sifat.RAHASIA)
    assert room.listed(colleague) == []
    assert [it.title for it in room.waiting(room.head)] == ["Surat rahasia, nomor agenda 0001/2026"]


def test_of_what_turns_out_to_be_secret_nothing_stays_in_the_tasks_of_those_who_have_it(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis", "kabid", note="Nama pelapor: Wati", phrases=("Untuk dihadiri",))
    room.dispose(letter_id, "staf", by=room.field, through=given)
    room.desk.deliver()
    correct(room, letter_id, version=3, sifat=Sifat.RAHASIA)
    room.desk.deliver()
    for reader in (room.secretary, room.staff):
        told = str([(it.title, it.detail) for it in room.waiting(reader)])
        assert "Surat rahasia" in told
        assert SAYS.hal not in told
        assert "Wati" not in told
    task = room.desk.found(TASKS, task_id(TaskKind.DISPOSISI, task_subject(given, "sekdis")))
    assert task is not None
    assert task.addressees == ("holder:sekdis",)
    drafts = [room.desk.found(AGENDA_DRAFTS, draft_id(letter_id, it)) for it in ("sekdis", "kabid")]
    assert [(it.hal, it.number, it.sender, it.is_secret) for it in drafts if it] == [("", "", "", True)] * 2
    assert room.desk.found(LETTER_FACTS, letter_id) is None


def test_whoever_has_it_by_disposisi_reads_what_it_says_now(room: MailRoom) -> None:
    letter_id = room.register(sifat=Sifat.RAHASIA).letter_id
    room.dispose(letter_id, "sekdis", phrases=("Untuk dihadiri",))
    room.desk.deliver()
    correct(room, letter_id, version=2)
    room.desk.deliver()
    assert {it.title for it in room.waiting(room.secretary)} == {SAYS.hal}


def test_a_corrected_number_is_the_one_by_which_a_second_letter_is_known(room: MailRoom) -> None:
    letter_id = room.register(number="typo").letter_id
    correct(room, letter_id)

    def same(number: str) -> int:
        asked = SenderAndNumber(SAYS.sender, number)
        return len(room.desk.call(find_same_letters, asked, by=room.clerk).items)

    assert (same("typo"), same(SAYS.number)) == (0, 1)


def test_whoever_saw_an_older_version_is_told_and_another_desk_finds_nothing(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    correct(room, letter_id, hal="Lain")
    with pytest.raises(Stale):
        correct(room, letter_id, hal="Lain lagi")
    with pytest.raises(RecordMissing):
        correct(room, letter_id, by=room.other_clerk)


def test_its_time_runs_from_the_day_of_its_number_whenever_it_is_corrected(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.desk.clock.pass_(hours=26)
    correct(room, letter_id, urgensi=Urgensi.SEGERA)
    assert room.letter(letter_id).due == MORNING + timedelta(hours=48)
    with pytest.raises(InvalidField):
        correct(room, letter_id, version=2, received_on=TODAY + timedelta(days=1))


def test_an_entry_that_was_taken_back_is_corrected_no_more(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.desk.call(cancel_surat_masuk, SuratMasukToCancel(letter_id, "Salah alamat"), by=room.clerk)
    with pytest.raises(LetterCancelled, match="Salah alamat"):
        correct(room, letter_id, version=2, hal="Lain")


def test_what_is_dealt_with_stays_so_when_it_is_corrected(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.desk.call(finish_surat_masuk, SuratMasukToFinish(letter_id, "Untuk diketahui"), by=room.head)
    correct(room, letter_id, version=2, hal="Lain", urgensi=Urgensi.SEGERA)
    assert room.letter(letter_id).state is LetterState.DONE
    assert room.waiting(room.head) == []


def test_a_letter_that_turns_out_not_to_be_secret_is_the_whole_desks_and_the_aides_again(room: MailRoom) -> None:
    letter_id = room.register(sifat=Sifat.RAHASIA).letter_id
    room.desk.call(assign_aide, NewAide("kadis", "joni", AideKind.SEKRETARIS, TODAY), by=room.head)
    colleague = room.desk.employee("Rini", Permission.REGISTER_LETTERS)
    assert (room.listed(colleague), room.waiting(room.staff)) == ([], [])
    correct(room, letter_id)
    assert room.listed(colleague) == [letter_id]
    assert [it.title for it in room.waiting(room.staff)] == [SAYS.hal]
    subject = room.desk.found(SUBJECTS, as_subject(room.letter(letter_id)).id)
    assert subject == as_subject(room.letter(letter_id))


def test_a_notice_about_what_turned_out_to_be_secret_knows_nothing_of_it(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    correct(room, letter_id, sifat=Sifat.RAHASIA)
    subject = room.desk.found(SUBJECTS, as_subject(room.letter(letter_id)).id)
    assert subject is not None
    assert (subject.is_secret, subject.title) == (True, "Surat rahasia, nomor agenda 0001/2026")
