"""Tell people what a system asked that they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.domain.mail import Mail
from functions.portal.domain.notice import Notice, Preferences, due_for_mail
from functions.portal.domain.notice_text import About, notice_text
from functions.portal.mails import MAILS
from functions.portal.notices import NOTICE_PREFERENCES, NOTICES
from shared.directory.appointing import load_seat
from shared.directory.model import POSITIONS
from shared.events.notices import MailDue, NoticeRequested
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.rules.calendar import wib_date
from shared.rules.notice import Urgency
from shared.views.subjects import SUBJECTS, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

_RIGHT = "the event that asks for the notice"


@reaction(to=NoticeRequested)
def write_notices(requested: NoticeRequested, ctx: Context) -> None:
    """Give each person a notice, by the ways that they chose for its kind."""
    subject = ctx.find(SUBJECTS, requested.subject_id, right_from=_RIGHT)
    people = dict.fromkeys((*requested.person_ids, *_holders(requested.position_ids, ctx)))
    preferences = [
        ctx.find(NOTICE_PREFERENCES, person_id, right_from=_RIGHT) or Preferences(person_id) for person_id in people
    ]

    kind, is_urgent = requested.kind, requested.urgency is Urgency.URGENT
    text = notice_text(kind, _about(subject) if subject else About("", "/kerja"))

    mails = [
        Mail(
            ctx.new_id(),
            person.person_id,
            kind,
            text.link,
            ctx.now,
            due_for_mail(person, requested.urgency, ctx.now),
            subject_id=requested.subject_id,
        )
        for person in preferences
        if person.choice(kind).by_mail and _has_address(person.person_id, ctx)
    ]

    for mail in mails:
        ctx.create(MAILS, mail)
    if any(mail.due_at <= ctx.now for mail in mails):
        ctx.emit(MailDue())
    for person in preferences:
        if person.choice(kind).in_app:
            ctx.create(
                NOTICES,
                Notice(ctx.new_id(), person.person_id, kind, text.title, text.detail, text.link, ctx.now, is_urgent),
            )


def _holders(position_ids: tuple[str, ...], ctx: Context) -> Iterator[str]:
    """Return who holds these positions today, for good or acting."""
    for position_id in position_ids:
        position = ctx.find(POSITIONS, position_id, right_from=_RIGHT)
        held = load_seat(position, ctx).appointments if position else ()
        yield from (it.person_id for it in held if it.holds_on(wib_date(ctx.now)))


def _about(subject: Subject) -> About:
    return About(subject.title, subject.link, subject.at, subject.place, subject.note, subject.is_secret)


def _has_address(person_id: str, ctx: Context) -> bool:
    """Whether e-mail can reach a person: most of an office's staff have no address of their own."""
    person = ctx.directory.person(person_id) if ctx.ports.mail else None
    return person is not None and bool(person.email)
