"""Guests from outside who are invited by e-mail, and the mail server of the test that takes what they get."""

from __future__ import annotations

import re
from email import policy
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any

from icalendar import Calendar

from functions.eagenda.answer_guest_invitation import GuestAnswer, answer_guest_invitation
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.guest_book import GuestToInvite
from functions.eagenda.invite_guests import GuestsInvited, GuestsToInvite, invite_guests
from functions.eagenda.invited_guests import INVITED_GUESTS
from functions.eagenda.list_invited_guests import InvitedGuestList, WhichInvitedGuests, list_invited_guests
from functions.eagenda.record_invited_guest import InvitedGuestRecorded, InvitedGuestScan, record_invited_guest
from functions.eagenda.show_guest_invitation import GuestLink, ShownGuestInvitation, show_guest_invitation
from functions.eagenda.withdraw_guests import GuestsToWithdraw, GuestsWithdrawn, withdraw_guests
from shared.actor import guest
from shared.views.outside_mails import OUTSIDE_MAILS
from tests.eagenda.inviting import deliver_all
from tests.eagenda.meeting import PHONE

if TYPE_CHECKING:
    from email.message import EmailMessage

    from functions.eagenda.listed_guest import ListedInvitedGuest
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting

RATNA = GuestToInvite("Ratna Wijaya, S.E.", "PT Angin Timur", "ratna@angintimur.example")
HADI = GuestToInvite("Hadi", "Universitas Majapahit", "Hadi@unim.example")
_LINK = re.compile(r"https://\S+/tamu#(\S+)")


def crowd(count: int) -> tuple[GuestToInvite, ...]:
    """Return so many guests."""
    return tuple(GuestToInvite(f"Tamu {it}", "PT Angin", f"tamu{it}@angin.example") for it in range(count))


def invite(meeting: Meeting, *guests: GuestToInvite, by: Actor | None = None, deliver: bool = False) -> GuestsInvited:
    """Invite guests; let the e-mail go, if so wanted."""
    wanted = GuestsToInvite(meeting.id, guests or (RATNA,))
    answer: GuestsInvited = meeting.desk.call(invite_guests, wanted, by=by or meeting.organiser)
    if deliver:
        deliver_all(meeting.desk)
    return answer


def listed(meeting: Meeting, by: Actor | None = None) -> InvitedGuestList:
    """Return the guests as the organiser sees them."""
    answer: InvitedGuestList = meeting.desk.call(
        list_invited_guests, WhichInvitedGuests(meeting.id), by=by or meeting.organiser
    )
    return answer


def only(meeting: Meeting) -> ListedInvitedGuest:
    """Return the one guest who is invited."""
    [one] = listed(meeting).items
    return one


def withdraw(meeting: Meeting, *guest_ids: str, by: Actor | None = None) -> GuestsWithdrawn:
    """Withdraw invitations."""
    which = GuestsToWithdraw(meeting.id, guest_ids)
    answer: GuestsWithdrawn = meeting.desk.call(withdraw_guests, which, by=by or meeting.organiser)
    return answer


def body_of(mail: EmailMessage) -> str:
    """Return the words of an e-mail."""
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def token_in(mail: EmailMessage) -> str:
    """Return what stands behind the # of the link in an e-mail."""
    return _token_in_words(body_of(mail))


def _token_in_words(words: str) -> str:
    found = _LINK.search(words)
    assert found
    return found.group(1)


def file_in(mail: EmailMessage) -> Any:  # noqa: ANN401 -- the library's, whose properties have many types
    """Return the calendar file of an e-mail: there beside the text and as an attachment, with the same content."""
    [beside] = [it for it in mail.walk() if it.get_content_type() == "text/calendar"]
    [attached] = mail.iter_attachments()
    assert attached.get_filename() == "undangan.ics"
    content = attached.get_content()
    calendar = Calendar.from_ical(content)
    assert beside.get_param("method") == calendar["METHOD"]
    assert beside.get_content().replace("\r\n", "\n") == content.decode().replace("\r\n", "\n")
    return calendar


def has_file(mail: EmailMessage) -> bool:
    """Whether an e-mail brings a calendar file."""
    return any(it.get_content_type() == "text/calendar" for it in mail.walk())


def read_again(mail: EmailMessage) -> EmailMessage:
    """Return an e-mail as another program reads its bytes."""
    return BytesParser(policy=policy.default).parsebytes(mail.as_bytes())


def token(meeting: Meeting, name: str = RATNA.name) -> str:
    """Return what an e-mail gives its receiver, while it waits to go."""
    [guest] = [it for it in listed(meeting).items if it.name == name]
    stored = meeting.desk.found(INVITED_GUESTS, guest.id)
    assert stored is not None
    written = meeting.desk.found(OUTSIDE_MAILS, stored.mail_id)
    assert written is not None
    return _token_in_words(written.body.reveal())


def show(meeting: Meeting, token: str) -> ShownGuestInvitation:
    """Follow a personal link."""
    answer: ShownGuestInvitation = meeting.desk.call(show_guest_invitation, GuestLink(token), by=guest(PHONE))
    return answer


def answer(meeting: Meeting, token: str, kind: AnswerKind, reason: str = "") -> AnswerKind:
    """Answer by a personal link."""
    given = GuestAnswer(token, kind, reason)
    answered: AnswerKind = meeting.desk.call(answer_guest_invitation, given, by=guest(PHONE)).kind
    return answered


def come(meeting: Meeting, token: str, code: str = "") -> InvitedGuestRecorded:
    """Scan the hall's code with a phone that has the personal link."""
    scan = InvitedGuestScan(token, code or meeting.code())
    answer: InvitedGuestRecorded = meeting.desk.call(record_invited_guest, scan, by=guest(PHONE))
    return answer
