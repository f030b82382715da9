"""The people and the meeting that E-Agenda's tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.adapters.smtp_mail import SmtpMail
from tests.eagenda.certifying import Bimtek
from tests.eagenda.meeting import ALL, Meeting
from tests.eagenda.uploading import Sender
from tests.mail.post_office import PostOffice, open_office
from tests.phone import Phone
from tests.portal.notices import connect
from tests.tools.launch import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return Meeting(desk)


@pytest.fixture
def bimtek(desk: Desk) -> Bimtek:
    """Return a bimtek that is over, to which Aditya came."""
    bimtek = Bimtek(desk)
    bimtek.close()
    return bimtek


@pytest.fixture
def sender(meeting: Meeting) -> Sender:
    """Return the meeting's organiser as somebody who adds files to it."""
    return Sender(meeting, meeting.organiser)


@pytest.fixture
def colleague(desk: Desk, meeting: Meeting) -> Actor:
    """Return somebody of the organiser's own office, who runs its meetings too."""
    return desk.employee("Bayu", *ALL, organisation=meeting.organiser.organisation_id)


@pytest.fixture
def superior(desk: Desk, meeting: Meeting) -> Actor:
    """Return somebody of the office above, who sees the meeting and does not run it."""
    assert meeting.organiser.organisation_path == ("diskominfo", "setda")
    return desk.employee("Gatot", *ALL, organisation="setda")


@pytest.fixture
def stranger(desk: Desk) -> Actor:
    """Return somebody of another office, who has every permission and nothing to do with the meeting."""
    return desk.employee("Rina", *ALL, organisation="dinsos")


@pytest.fixture
def phone(desk: Desk, meeting: Meeting) -> Phone:
    """Return the enrolled phone of the meeting's guest."""
    phone = Phone(desk, meeting.guest)
    phone.enrol()
    return phone


@pytest.fixture
def office(desk: Desk) -> Iterator[PostOffice]:
    """Return the mail server that the desk sends by."""
    with open_office() as office:
        connect(desk, office)
        yield office


@pytest.fixture
def away(desk: Desk) -> None:
    """Let the desk have a mail server that does not answer: what is written waits."""
    desk.mail = SmtpMail(PostOffice(free_port()).settings())
