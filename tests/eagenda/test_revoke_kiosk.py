"""Revoking a kiosk: a tablet that was lost serves its agenda no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.kiosk import KioskRevoked, Revocation
from functions.eagenda.kiosks import KIOSKS, kiosk_key
from functions.eagenda.list_kiosk_people import WhichKioskPeople, list_kiosk_people
from functions.eagenda.revoke_kiosk import KioskIsRevoked, KioskToRevoke, revoke_kiosk
from functions.eagenda.show_kiosk import show_kiosk
from shared.refusals import RecordMissing
from tests.eagenda.kiosk import Kiosk
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.phone import Phone

TABLET = "pintu-utama-0001"


def revoke(meeting: Meeting, by: Actor | None = None, reason: str = "Tablet hilang", tablet: str = TABLET) -> bool:
    which = KioskToRevoke(meeting.id, tablet, reason)
    answer: KioskIsRevoked = meeting.desk.call(revoke_kiosk, which, by=by or meeting.organiser)
    return answer.already


def test_from_then_on_it_is_refused_what_it_kept_too_and_told_nothing(
    meeting: Meeting, phone: Phone, colleague: Actor
) -> None:
    kiosk, desk = Kiosk(meeting), meeting.desk
    kept = kiosk.sees(phone.code())
    desk.clock.pass_(minutes=1)

    assert revoke(meeting, by=colleague) is False

    for asked in (
        lambda: kiosk.send(kept),
        lambda: desk.call(show_kiosk, by=kiosk.actor),
        lambda: desk.call(list_kiosk_people, WhichKioskPeople(), by=kiosk.actor),
    ):
        with pytest.raises(KioskRevoked, match=r"^Dicabut Bayu .* Pakai perangkat lain"):
            asked()
    assert meeting.present() == []


def test_what_it_sent_before_stays_and_another_tablet_serves_on(desk: Desk, meeting: Meeting, phone: Phone) -> None:
    kiosk, other = Kiosk(meeting), Kiosk(meeting, "pintu-belakang-1")
    kiosk.send(kiosk.sees(phone.code()))

    revoke(meeting)

    assert meeting.present() == [meeting.guest.id]
    assert desk.call(show_kiosk, by=other.actor).present_count == 1


def test_it_is_revoked_for_good(meeting: Meeting) -> None:
    Kiosk(meeting)
    revoke(meeting)
    revoked = Revocation("Dewi", meeting.desk.clock.now(), "Tablet hilang")
    meeting.desk.clock.pass_(minutes=5)

    assert revoke(meeting, reason="Lain lagi")
    with pytest.raises(KioskRevoked):
        Kiosk(meeting)
    found = meeting.desk.found(KIOSKS, kiosk_key(meeting.id, TABLET))
    assert found is not None
    assert found.revoked == revoked


def test_at_another_agenda_the_same_tablet_serves(desk: Desk) -> None:
    lost, next_one = Meeting(desk), Meeting(desk, title="Rapat sesudahnya")
    Kiosk(lost)
    revoke(lost)
    assert desk.call(show_kiosk, by=Kiosk(next_one).actor).title == "Rapat sesudahnya"


def test_who_does_not_run_the_meeting_revokes_none_and_nobody_one_that_is_not_there(
    meeting: Meeting, superior: Actor, stranger: Actor
) -> None:
    kiosk = Kiosk(meeting)
    with pytest.raises(NotOrganiser):
        revoke(meeting, superior)
    with pytest.raises(RecordMissing):
        revoke(meeting, stranger)
    with pytest.raises(RecordMissing):
        revoke(meeting, tablet="tidak-pernah-ada-1")
    assert meeting.desk.call(show_kiosk, by=kiosk.actor).present_count == 0
