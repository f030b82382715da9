"""The calendar files in the e-mail to the staff: whatever their agenda does, their calendars follow."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.withdraw_invitations import InvitationsToWithdraw, withdraw_invitations
from tests.eagenda.guests_by_mail import file_in, has_file, read_again
from tests.eagenda.inviting import deliver_all, invite
from tests.eagenda.meeting import Meeting
from tests.portal.notices import with_address

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.mail.post_office import PostOffice

ADDRESS = "sari@mojokertokab.example"


def test_the_calendars_of_those_invited_follow_the_agenda(desk: Desk, office: PostOffice) -> None:
    sari = with_address(desk, desk.employee("Sari"), ADDRESS)
    meeting = Meeting(desk, sari)
    withdraw = InvitationsToWithdraw(meeting.id, (sari.id,))
    for act in (
        lambda: None,
        lambda: meeting.move(timedelta(hours=5), place="Pendopo"),
        lambda: desk.call(withdraw_invitations, withdraw, by=meeting.organiser),
        lambda: invite(meeting, sari.id),
        lambda: meeting.cancel("Hujan"),
    ):
        act()
        deliver_all(desk)
        desk.clock.pass_(seconds=1)

    files = [file_in(read_again(it)) for it in office.received]
    events = [it.walk("VEVENT")[0] for it in files]
    assert [it["METHOD"] for it in files] == ["REQUEST", "REQUEST", "CANCEL", "REQUEST", "CANCEL"]
    assert {it["UID"] for it in events} == {f"{meeting.id}@agenda.trowulan"}
    assert {it["ATTENDEE"] for it in events} == {f"mailto:{ADDRESS}"}
    # Programs keep the higher sequence, and of the same the later stamp (RFC 5546, 2.1.5).
    order = [(int(it["SEQUENCE"]), it["DTSTAMP"].dt) for it in events]
    assert order == sorted(set(order))
    assert (events[1]["LOCATION"], events[1].decoded("DTSTART")) == ("Pendopo", meeting.starts_at + timedelta(hours=5))
    assert events[0]["URL"] == f"https://trowulan.example/agenda/{meeting.id}"
    assert "Dibatalkan: Hujan" in events[4]["DESCRIPTION"]


def test_of_a_secret_agenda_no_file_leaves_and_other_mail_has_none(desk: Desk, office: PostOffice) -> None:
    sari = with_address(desk, desk.employee("Sari"), ADDRESS)
    secret = Meeting(desk, sari, title="Rapat rahasia Alfa", visibility=Visibility.SECRET)
    deliver_all(desk)
    secret.cancel()
    deliver_all(desk)
    assert [has_file(it) for it in office.received] == [False, False]
    assert "Alfa" not in "".join(it.as_string() for it in office.received)
