"""Withdrawing the invitations of guests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.invited_guest import GuestLinkEnded, InvitedGuestState
from functions.eagenda.invited_guests import INVITED_GUESTS
from shared.refusals import RecordMissing
from tests.eagenda.guests_by_mail import HADI, RATNA, come, file_in, invite, listed, only, show, token, withdraw
from tests.eagenda.inviting import deliver_all

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting
    from tests.mail.post_office import PostOffice


def test_who_is_withdrawn_is_told_and_whoever_never_got_the_mail_is_not(meeting: Meeting, office: PostOffice) -> None:
    office.says = {HADI.email.lower(): "550 5.1.1 No such user"}
    invite(meeting, RATNA, HADI, deliver=True)
    assert withdraw(meeting, *(it.id for it in listed(meeting).items)).withdrawn_count == 2
    deliver_all(meeting.desk)
    assert {address for address, _ in office.texts()} == {RATNA.email}
    assert [file_in(it)["METHOD"] for it in office.received] == ["REQUEST", "CANCEL"]


@pytest.mark.usefixtures("away")
def test_the_link_of_who_is_withdrawn_leads_nowhere_and_the_next_invitation_has_its_own(meeting: Meeting) -> None:
    invite(meeting)
    link, guest_id = token(meeting), only(meeting).id
    withdraw(meeting, guest_id)
    with pytest.raises(GuestLinkEnded):
        show(meeting, link)
    kept = meeting.desk.found(INVITED_GUESTS, guest_id)
    assert kept is not None
    assert (kept.state, kept.email, listed(meeting).invited_count) == (InvitedGuestState.WITHDRAWN, "", 0)
    assert withdraw(meeting, guest_id).withdrawn_count == 0

    invite(meeting)
    assert token(meeting) != link
    come(meeting, token(meeting))
    assert withdraw(meeting, only(meeting).id).present_count == 1
    assert only(meeting).name == RATNA.name


@pytest.mark.usefixtures("away")
def test_only_who_runs_the_meeting_withdraws_until_it_is_over(
    meeting: Meeting, superior: Actor, stranger: Actor
) -> None:
    invite(meeting)
    guest_id = only(meeting).id
    with pytest.raises(NotOrganiser):
        withdraw(meeting, guest_id, by=superior)
    with pytest.raises(RecordMissing):
        withdraw(meeting, guest_id, by=stranger)
    meeting.desk.clock.set(meeting.ends_at)
    with pytest.raises(AgendaOver):
        withdraw(meeting, guest_id)
    meeting.desk.clock.set(meeting.opens_at)
    meeting.cancel()
    with pytest.raises(AgendaIsCancelled):
        withdraw(meeting, guest_id)
