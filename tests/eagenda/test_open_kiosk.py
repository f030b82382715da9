"""Opening a kiosk: a token for one tablet and one agenda."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.kiosk import Kiosk
from functions.eagenda.kiosks import KIOSKS, kiosk_key
from functions.eagenda.list_attendance import list_attendance
from functions.eagenda.list_kiosk_people import list_kiosk_people
from functions.eagenda.open_kiosk import KioskOpened, KioskToOpen, open_kiosk
from functions.eagenda.record_attendance import record_attendance
from functions.eagenda.record_kiosk_scans import record_kiosk_scans
from functions.eagenda.show_hall import show_hall
from functions.eagenda.show_kiosk import show_kiosk
from shared.refusals import RecordMissing
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

TABLET = "kios-pintu-utama-1"


def opened(meeting: Meeting, by: Actor | None = None, *, attended: bool = False) -> KioskOpened:
    """Open the tablet at the door."""
    wanted = KioskToOpen(meeting.id, TABLET, attended)
    answer: KioskOpened = meeting.desk.call(open_kiosk, wanted, by=by or meeting.organiser)
    return answer


def test_it_serves_its_agenda_and_outlives_it_to_send_what_was_kept(meeting: Meeting) -> None:
    desk, answer = meeting.desk, opened(meeting)
    assert answer.expires_at == meeting.ends_at + timedelta(hours=24)

    desk.clock.set(meeting.ends_at + timedelta(hours=23))
    shown = desk.request(show_kiosk, token=answer.kiosk_token)
    assert (shown.status_code, shown.get_json()["title"]) == (200, "Rapat Koordinasi SPBE")
    desk.clock.set(answer.expires_at)
    assert desk.request(show_kiosk, token=answer.kiosk_token).status_code == 401


def test_opening_it_again_is_the_same_kiosk_as_it_was_opened_last(meeting: Meeting, colleague: Actor) -> None:
    opened(meeting)
    opened(meeting, colleague, attended=True)
    kept = meeting.desk.found(KIOSKS, kiosk_key(meeting.id, TABLET))
    now = meeting.desk.clock.now()
    assert kept == Kiosk(meeting.id, TABLET, attended=True, opened_by_id=colleague.id, opened_by="Bayu", opened_at=now)


def test_its_token_opens_nothing_else_and_no_other_token_opens_a_kiosk(meeting: Meeting) -> None:
    desk, token = meeting.desk, opened(meeting).kiosk_token
    scan = {"agenda_id": meeting.id, "code": meeting.code()}
    elsewhere = [
        desk.request(show_hall, token=token),
        desk.request(record_attendance, json_body=scan, token=token),
        desk.request(list_attendance, params={"agenda_id": meeting.id}, token=token),
    ]
    now = desk.clock.now()
    hall = desk.identity.display_token(meeting.id, now, now + timedelta(hours=1)).text
    others = (hall, desk.token(meeting.organiser), "", token[:-1])
    asked = [desk.request(query, token=other) for other in others for query in (show_kiosk, list_kiosk_people)]
    done = [desk.request(record_kiosk_scans, json_body={"scans": []}, token=other) for other in others]
    assert {it.status_code for it in (*elsewhere, *asked, *done)} == {401}


def test_who_does_not_run_the_meeting_opens_none(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    with pytest.raises(NotOrganiser):
        opened(meeting, superior)
    with pytest.raises(RecordMissing):
        opened(meeting, stranger)


def test_there_is_no_kiosk_for_what_is_cancelled_closed_or_over(desk: Desk) -> None:
    cancelled, closed, over = Meeting(desk), Meeting(desk), Meeting(desk)
    cancelled.cancel()
    closed.close()
    with pytest.raises(AgendaIsCancelled):
        opened(cancelled)
    with pytest.raises(AgendaOver):
        opened(closed)
    desk.clock.set(over.ends_at)
    with pytest.raises(AgendaOver):
        opened(over)
