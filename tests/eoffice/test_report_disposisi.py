"""Reporting on a disposisi."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.directory.assign_aide import NewAide, assign_aide
from functions.eoffice.domain.disposisi import NotInHand, RecipientState
from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.surat_masuk import LetterState
from functions.eoffice.report_disposisi import DisposisiReported, DisposisiToReport, report_disposisi
from shared.rules.acting_for import AideKind
from shared.rules.notice import NoticeKind
from tests.eoffice.mail_room import SAYS, TODAY
from tests.portal.notices import told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def report(room: MailRoom, letter_id: str, disposisi_id: str, by: Actor, words: str = "Sudah dihadiri") -> bool:
    typed = DisposisiToReport(letter_id, disposisi_id, words)
    reported: DisposisiReported = room.desk.call(report_disposisi, typed, by=by)
    return reported.letter_done


def test_the_letter_is_dealt_with_when_the_last_has_reported(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis", "kabid")
    assert not report(room, letter_id, given, room.secretary)
    assert room.waiting(room.secretary) == []
    assert room.letter(letter_id).state is LetterState.DISPOSED
    assert report(room, letter_id, given, room.field)
    shown = room.show(letter_id)
    assert shown.letter.state is LetterState.DONE
    assert [it.report for it in shown.disposisi[0].recipients] == ["Sudah dihadiri"] * 2
    room.desk.deliver()
    notices = told(room.desk, room.head)
    assert [it.kind for it in notices] == [NoticeKind.DISPOSISI_REPORTED] * 2
    assert {it.link for it in notices} == {f"/surat/masuk/{letter_id}"}


def test_of_a_secret_letter_the_notice_says_nothing(room: MailRoom) -> None:
    letter_id = room.register(sifat=Sifat.RAHASIA).letter_id
    report(room, letter_id, room.dispose(letter_id, "sekdis"), room.secretary)
    room.desk.deliver()
    [notice] = told(room.desk, room.head)
    assert SAYS.hal not in f"{notice.title} {notice.detail}"
    assert SAYS.sender not in f"{notice.title} {notice.detail}"


def test_what_is_done_at_the_leaves_is_done_up_to_the_letter(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    first = room.dispose(letter_id, "sekdis")
    second = room.dispose(letter_id, "kabid", by=room.secretary, through=first)
    third = room.dispose(letter_id, "staf", "petugas", by=room.field, through=second)
    assert not report(room, letter_id, third, room.staff)
    assert report(room, letter_id, third, room.clerk)
    states = [it.state for given in room.show(letter_id).disposisi for it in given.recipients]
    assert states == [RecipientState.DONE] * 4
    assert room.show(letter_id).disposisi[0].recipients[0].report == "Semua penerima disposisinya selesai."


def test_two_who_report_at_one_moment_finish_the_letter_together(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis", "kabid")
    with ThreadPoolExecutor(2) as both:
        ended = list(both.map(lambda by: report(room, letter_id, given, by), (room.secretary, room.field)))
    assert sorted(ended) == [False, True]
    assert room.letter(letter_id).state is LetterState.DONE


def test_nobody_reports_twice_or_for_another(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis", "kabid")
    report(room, letter_id, given, room.secretary)
    for by in (room.secretary, room.head):
        with pytest.raises(NotInHand):
            report(room, letter_id, given, by)


def test_an_aide_reports_for_the_chief_but_of_a_secret_letter_for_themselves_alone(room: MailRoom) -> None:
    room.desk.call(assign_aide, NewAide("sekdis", "joni", AideKind.SEKRETARIS, TODAY), by=room.secretary)
    ordinary = room.register().letter_id
    report(room, ordinary, room.dispose(ordinary, "sekdis"), room.staff)
    assert room.show(ordinary).disposisi[0].recipients[0].done_by == "Joni atas nama Jabatan sekdis"
    secret = room.register(number="2", sifat=Sifat.RAHASIA).letter_id
    of_chief, own = room.dispose(secret, "sekdis"), room.dispose(secret, "staf")
    shown = room.show(secret, by=room.staff).disposisi
    assert {it.id: it.recipients[0].is_mine for it in shown} == {of_chief: False, own: True}
    with pytest.raises(NotInHand):
        report(room, secret, of_chief, room.staff)
    report(room, secret, own, room.staff)


def test_a_letter_handed_down_twice_is_dealt_with_when_both_ways_are(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    one, other = room.dispose(letter_id, "sekdis"), room.dispose(letter_id, "kabid")
    assert not report(room, letter_id, one, room.secretary)
    assert room.letter(letter_id).state is LetterState.DISPOSED
    assert report(room, letter_id, other, room.field)
