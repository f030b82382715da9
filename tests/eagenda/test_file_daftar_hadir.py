"""Filing the closed attendance list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.daftar_hadir import document_name
from functions.eagenda.print_daftar_hadir import WhichDaftarHadir, print_daftar_hadir

if TYPE_CHECKING:
    from tests.eagenda.meeting import Meeting


def test_the_closed_list_is_filed_and_is_what_is_printed(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    meeting.close()
    printed_before = meeting.desk.call(print_daftar_hadir, WhichDaftarHadir(meeting.id), by=meeting.organiser)

    meeting.desk.deliver()

    filed = meeting.desk.documents.load(document_name(meeting.agenda()))
    printed_after = meeting.desk.call(print_daftar_hadir, WhichDaftarHadir(meeting.id), by=meeting.organiser)
    assert filed == printed_before.content == printed_after.content


def test_the_same_event_again_files_nothing_else(meeting: Meeting) -> None:
    meeting.close()
    meeting.desk.deliver()
    filed = meeting.desk.documents.load(document_name(meeting.agenda()))
    meeting.desk.clock.pass_(hours=1)

    assert meeting.desk.deliver_again() == 4  # the notice of the invitation and the counting of the list, too
    assert meeting.desk.documents.load(document_name(meeting.agenda())) == filed


def test_an_open_list_is_not_filed(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    meeting.desk.deliver()
    assert meeting.desk.documents.load(document_name(meeting.agenda())) is None
