"""People who are told something, and the mail server that a test opens for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.portal.list_mails import ListedMail, WhichMails, list_mails
from functions.portal.list_notices import ListedNotice, WhichNotices, list_notices
from functions.portal.notices import NOTICE_PREFERENCES
from shared.adapters.smtp_mail import SmtpMail
from shared.directory.model import PERSONS
from shared.events.notices import NoticeRequested
from shared.kernel.context import Call, Context
from shared.notices.request import request_notices, request_notices_to_positions
from shared.rules.notice import NoticeKind, Urgency
from shared.views.subjects import SUBJECTS, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.portal.domain.notice import Preferences
    from shared.actor import Actor
    from shared.ports.records import Transaction
    from tests.desk import Desk
    from tests.mail.post_office import PostOffice

MEETING = "agendas:rapat"


def tell(
    desk: Desk,
    *people: Actor,
    kind: NoticeKind = NoticeKind.AGENDA_CANCELLED,
    urgency: Urgency = Urgency.NORMAL,
    is_secret: bool = False,
    known: bool = True,
) -> None:
    """Have people told something about a meeting, and deliver it."""
    if known:
        title, at = "Rapat Koordinasi SPBE", desk.clock.now()
        desk.given(SUBJECTS, Subject(MEETING, title, "/agenda/rapat", at, is_secret=is_secret))
    announce(desk, kind, MEETING, (person.id for person in people), urgency)
    while desk.deliver():
        pass  # the mail, and what is left of it


def announce(
    desk: Desk, kind: NoticeKind, subject: str, people: Iterable[str], urgency: Urgency, positions: tuple[str, ...] = ()
) -> None:
    """Commit the request as an operation of another system does, and hand it to the bus."""
    sender = desk.employee("Pengirim")
    people = tuple(people)
    told: list[Context] = []

    def work(transaction: Transaction) -> None:
        call = Call(sender, desk.clock.now(), f"told-{subject}-{kind}-{len(people)}-{desk.clock.now().isoformat()}")
        context = Context(call, desk, transaction, f"{call.request_id}")
        request_notices(kind, subject, people, context, urgency=urgency)
        request_notices_to_positions(kind, subject, positions, context, urgency=urgency)
        told.append(context)

    desk.records.transact(work)
    assert all(event.name == NoticeRequested.event_name() for event in told[-1].events)
    desk.bus.publish(told[-1].events)


def with_address(desk: Desk, person: Actor, address: str) -> Actor:
    """Give a person an e-mail address."""
    known = desk.found(PERSONS, person.id)
    assert known is not None
    desk.given(PERSONS, replace(known, email=address))
    return person


def chooses(desk: Desk, preferences: Preferences) -> None:
    """Let a person have chosen how to be told."""
    desk.given(NOTICE_PREFERENCES, preferences)


def connect(desk: Desk, office: PostOffice) -> None:
    """Let the desk send its mail there."""
    desk.mail = SmtpMail(office.settings())


def told(desk: Desk, person: Actor) -> list[ListedNotice]:
    """Return what a person sees under the bell."""
    return list(desk.call(list_notices, WhichNotices(), by=person).items)


def mailed(desk: Desk, person: Actor) -> list[ListedMail]:
    """Return the e-mail of a person, the newest first."""
    return list(desk.call(list_mails, WhichMails(), by=person).items)
