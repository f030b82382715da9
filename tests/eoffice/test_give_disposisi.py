"""Handing a letter down."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.directory.assign_aide import NewAide, assign_aide
from functions.eoffice.domain.below import NotBelow
from functions.eoffice.domain.disposisi import NotInHand, RecipientState
from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.surat_masuk import LetterDone, LetterState, NotAddressee
from functions.eoffice.report_disposisi import DisposisiToReport, report_disposisi
from shared.events.eoffice import AgendaAsked, AgendaWish
from shared.permissions import Permission
from shared.refusals import InvalidField
from shared.rules.acting_for import AideKind
from shared.rules.notice import NoticeKind
from shared.tasks.task import TaskKind, TaskVerb
from tests.desk import MORNING
from tests.eoffice.mail_room import SAYS, TODAY
from tests.portal.notices import told

if TYPE_CHECKING:
    from tests.eoffice.mail_room import MailRoom


def test_each_recipient_has_a_task_and_reads_the_letter_and_the_givers_task_is_done(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.dispose(letter_id, "sekdis", "kabid", note="Hadiri bersama", phrases=("Tindak lanjuti", "Laporkan hasilnya"))
    assert room.waiting(room.head) == []
    for recipient in (room.secretary, room.field):
        [task] = room.waiting(recipient)
        assert (task.verb, task.title) == (TaskVerb.DO, SAYS.hal)
        assert task.detail == "Tindak lanjuti; Laporkan hasilnya · Hadiri bersama"
        assert room.listed(recipient) == [letter_id]
    shown = room.show(letter_id, by=room.clerk)
    assert (shown.letter.state, shown.letter.read_by) == (LetterState.DISPOSED, "Nurul")
    [given] = shown.disposisi
    assert (given.from_title, given.depth) == ("Jabatan kadis", 0)
    assert [(it.title, it.state) for it in given.recipients] == [
        ("Jabatan sekdis", RecipientState.UNREAD),
        ("Jabatan kabid", RecipientState.UNREAD),
    ]


def test_it_goes_on_down_and_the_tree_is_drawn(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    first = room.dispose(letter_id, "sekdis")
    room.dispose(letter_id, "kabid", by=room.secretary, through=first)
    room.dispose(letter_id, "staf", "petugas", by=room.field, through=room.show(letter_id).disposisi[1].id)
    shown = room.show(letter_id).disposisi
    assert [(it.depth, it.from_title) for it in shown] == [
        (0, "Jabatan kadis"),
        (1, "Jabatan sekdis"),
        (2, "Jabatan kabid"),
    ]
    assert [it.recipients[0].state for it in shown] == [
        RecipientState.FORWARDED,
        RecipientState.FORWARDED,
        RecipientState.UNREAD,
    ]
    assert [it.kind for it in room.waiting(room.staff)] == [TaskKind.DISPOSISI]
    with pytest.raises(NotInHand):
        room.dispose(letter_id, "kabid", by=room.secretary, through=first)


@pytest.mark.parametrize("to", ["sekda", "bupati", "kaban", "kadis", "tidak-ada"])
def test_it_goes_neither_up_nor_aside_nor_out_of_the_tree(room: MailRoom, to: str) -> None:
    letter_id = room.register().letter_id
    with pytest.raises(NotBelow):
        room.dispose(letter_id, to)
    first = room.dispose(letter_id, "sekdis")
    with pytest.raises(NotBelow):
        room.dispose(letter_id, to, by=room.secretary, through=first)


def test_the_sekda_and_the_bupati_hand_down_to_the_head_of_any_office(room: MailRoom) -> None:
    umi = room.holder("umi", "tu", "bag-umum", "IV.a", Permission.REGISTER_LETTERS)
    letter_id = room.register(to="bupati", by=umi).letter_id
    first = room.dispose(letter_id, "sekda", by=room.bupati)
    room.dispose(letter_id, "kadis", "kaban", by=room.sekda, through=first)
    assert len(room.waiting(room.other_head)) == 1
    with pytest.raises(NotBelow):
        room.dispose(letter_id, "staf", by=room.other_head, through=room.show(letter_id).disposisi[1].id)


@pytest.mark.parametrize(
    ("to", "phrases", "note", "days", "pointer"),
    [
        (("sekdis",), (), "", 1, "/note"),
        ((), ("Tindak lanjuti",), "", 1, "/recipient_ids"),
        (("sekdis", "sekdis"), ("Tindak lanjuti",), "", 1, "/recipient_ids"),
        (("sekdis",), ("Tindak lanjuti",), "", -1, "/due"),
        (("sekdis",), ("Kerjakan saja",), "", 1, "/phrases"),
    ],
)
def test_what_asks_nothing_of_nobody_or_too_late_is_refused(
    room: MailRoom, to: tuple[str, ...], phrases: tuple[str, ...], note: str, days: int, pointer: str
) -> None:
    letter_id = room.register().letter_id
    with pytest.raises(InvalidField) as refused:
        room.dispose(letter_id, *to, phrases=phrases, note=note, days=days)
    assert refused.value.facts["errors"][0]["pointer"] == pointer
    assert len(room.waiting(room.head)) == 1


def test_only_whom_it_is_for_hands_it_down_and_an_aide_in_their_name(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    with pytest.raises(NotAddressee):
        room.dispose(letter_id, "sekdis", by=room.clerk)
    room.desk.call(assign_aide, NewAide("kadis", "joni", AideKind.SEKRETARIS, TODAY), by=room.head)
    room.dispose(letter_id, "sekdis", by=room.staff)
    [given] = room.show(letter_id).disposisi
    assert (given.from_title, given.from_name) == ("Jabatan kadis", "Joni atas nama Jabatan kadis")


def test_to_be_attended_asks_for_an_agenda_of_each_recipient(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis", "kabid", phrases=("Untuk dihadiri",))
    asked = room.desk.announced(AgendaAsked)
    assert [(it.position_id, it.attending_position_ids) for it in asked] == [
        ("sekdis", ("sekdis",)),
        ("kabid", ("kabid",)),
    ]
    assert {(it.letter_id, it.wish, it.disposisi_id) for it in asked} == {(letter_id, AgendaWish.ATTEND, given)}
    room.desk.deliver()
    assert {it.kind for it in room.waiting(room.secretary)} == {TaskKind.DISPOSISI, TaskKind.AGENDA_DRAFT}


def test_of_a_secret_letter_neither_event_nor_task_says_a_word(room: MailRoom) -> None:
    letter_id = room.register(sifat=Sifat.RAHASIA).letter_id
    room.dispose(letter_id, "sekdis", phrases=("Untuk dihadiri",), note="Jangan bocor")
    [asked] = room.desk.announced(AgendaAsked)
    assert (asked.is_secret, asked.attending_position_ids) == (True, ())
    room.desk.deliver()
    words = " ".join(f"{it.title} {it.detail}" for it in room.waiting(room.secretary))
    assert SAYS.hal not in words
    assert "bocor" not in words
    assert SAYS.sender not in words


def test_two_who_hand_it_down_at_one_moment_both_stand_in_the_tree(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda to: room.dispose(letter_id, to), ("sekdis", "kabid")))
    assert len(room.show(letter_id).disposisi) == 2
    assert room.listed(room.secretary) == room.listed(room.field) == [letter_id]


def test_it_is_due_when_the_office_closes_on_its_day(room: MailRoom) -> None:
    room.dispose(room.register().letter_id, "sekdis", days=3)
    [task] = room.waiting(room.secretary)
    assert task.due is not None
    assert task.due.isoformat() == "2026-11-27T09:00:00+00:00"  # 16.00 WIB


def test_a_day_is_over_at_midnight_in_mojokerto_and_not_in_greenwich(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.desk.clock.set(MORNING.replace(hour=16, minute=59))
    room.dispose(letter_id, "sekdis", days=0)
    room.desk.clock.set(MORNING.replace(hour=17, minute=1))
    with pytest.raises(InvalidField):
        room.dispose(letter_id, "kabid", days=0)


def test_what_is_dealt_with_is_not_handed_down_again(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis")
    room.desk.call(report_disposisi, DisposisiToReport(letter_id, given, "Sudah"), by=room.secretary)
    with pytest.raises(LetterDone):
        room.dispose(letter_id, "kabid")


def test_a_chief_is_told_that_an_aide_handed_it_down(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.desk.call(assign_aide, NewAide("kadis", "joni", AideKind.SEKRETARIS, TODAY), by=room.head)
    room.dispose(letter_id, "sekdis", by=room.staff)
    room.desk.deliver()
    notices = [it.link for it in told(room.desk, room.head) if it.kind is NoticeKind.DONE_IN_YOUR_NAME]
    assert notices == [f"/surat/masuk/{letter_id}"]
