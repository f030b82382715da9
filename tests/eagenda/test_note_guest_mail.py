"""Noting what became of an e-mail to a guest."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.invited_guest import GuestMailState
from functions.portal.look_for_mail import look_for_mail
from shared.events.notices import MailSettled
from shared.views.outside_mails import OUTSIDE_MAILS
from tests.eagenda.guests_by_mail import invite, only
from tests.eagenda.inviting import deliver_all
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.mark.usefixtures("away")
def test_after_days_without_a_server_the_organiser_sees_that_it_failed_and_the_text_is_gone(desk: Desk) -> None:
    meeting = Meeting(desk, starts_at=desk.clock.now() + timedelta(days=10))
    invite(meeting, deliver=True)
    mail_id = f"{only(meeting).id}.1"
    assert only(meeting).mail is GuestMailState.WAITING
    assert desk.found(OUTSIDE_MAILS, mail_id) is not None

    desk.clock.pass_(days=5)
    desk.run_scheduled(look_for_mail)
    deliver_all(desk)
    assert (only(meeting).mail, only(meeting).mail_reason) == (GuestMailState.FAILED, "ConnectionRefusedError")
    assert desk.found(OUTSIDE_MAILS, mail_id) is None
    assert [it.is_sent for it in desk.announced(MailSettled)] == [False]
