"""Send the e-mail that is due: at least once, since no server can be asked whether it has taken a text."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.digest import digest_text
from functions.portal.domain.mail import TOGETHER, Mail, MailState, put_off, refused, sent, taken_up
from functions.portal.domain.notice import Notice
from functions.portal.domain.notice_text import About, mail_text, notice_text
from functions.portal.mail_calendar import calendar_of
from functions.portal.mails import DUE, MAILS
from functions.portal.notices import NOTICES
from shared.events.notices import MailDue, MailSettled
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context, ReadContext
from shared.ports.mail import MailMessage, MailOutcome, MailResult
from shared.rules.icalendar import CalendarParty
from shared.rules.notice import NoticeKind
from shared.views.outside_mails import OUTSIDE_MAILS

_NO_ADDRESS = "no-address"


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes out together, and afterwards what became of each."""

    mails: tuple[Mail, ...]
    results: tuple[MailResult, ...] = ()


def hand_over(batch: Batch, ctx: ReadContext) -> Batch:
    """Give the texts to the mail server, each for the address that its person has today."""
    messages = {it.id: message for it in batch.mails if (message := _message(it, ctx)) is not None}
    found = ctx.ports.mail.send(list(messages.values())) if ctx.ports.mail and messages else []
    results = dict(zip(messages, found, strict=False))
    no_address = MailResult(MailOutcome.REFUSED, _NO_ADDRESS)
    not_now = MailResult(MailOutcome.NOT_NOW, "no-server")
    return Batch(
        batch.mails,
        tuple(results.get(it.id, not_now if it.id in messages else no_address) for it in batch.mails),
    )


def note_results(batch: Batch, ctx: Context) -> None:
    """Keep what became of each, and tell it: to its person here, of one without an account to the system that wrote it.

    What is left goes out next.
    """
    stored = [ctx.find(MAILS, mail.id, right_from="the e-mail that was sent") for mail in batch.mails]

    # What outlived its lease was taken up by somebody else, who notes what became of it.
    own = [(it, result) for it, found, result in zip(batch.mails, stored, batch.results, strict=True) if it == found]
    settled = [_settled(mail, result, ctx) for mail, result in own]

    for mail in settled:
        ctx.put(MAILS, mail)
        if not mail.person_id and mail.state is not MailState.WAITING:
            ctx.emit(MailSettled(mail.id, mail.state is MailState.SENT, mail.reason))
        elif mail.state is MailState.GIVEN_UP and mail.reason != _NO_ADDRESS:
            ctx.create(NOTICES, _given_up(mail, ctx))
    if len(batch.mails) == TOGETHER and any(it.state is MailState.SENT for it in settled):
        ctx.emit(MailDue())


@reaction(to=MailDue, call=hand_over, complete=note_results)
def send_mail(_: MailDue, ctx: Context) -> Batch:
    """Send e-mail that is due, a batch at a time; what no server takes now is tried again for days."""
    page = ctx.list(MAILS, DUE, equal=(MailState.WAITING,), high=ctx.now, limit=TOGETHER)

    mails = tuple(taken_up(mail, ctx.now) for _, mail in page.items)

    for mail in mails:
        ctx.put(MAILS, mail)
    return Batch(mails)


def _message(mail: Mail, ctx: ReadContext) -> MailMessage | None:
    return _to_person(mail, ctx) if mail.person_id else _outside(mail, ctx)


def _outside(mail: Mail, ctx: ReadContext) -> MailMessage | None:
    written = ctx.find(OUTSIDE_MAILS, mail.id, right_from="the e-mail that is due")
    if written is None:
        return None
    calendar = calendar_of(mail, CalendarParty(written.name, written.address), ctx)
    return MailMessage(mail.id, written.address, written.title, written.body.reveal(), calendar)


def _to_person(mail: Mail, ctx: ReadContext) -> MailMessage | None:
    person = ctx.directory.person(mail.person_id)
    if person is None or not person.email or person.suspended:
        return None
    url = ctx.ports.public_url
    text = mail_text(mail.kind, mail.link, url) if mail.kind else digest_text(mail.person_id, ctx)
    calendar = calendar_of(mail, CalendarParty(person.name, person.email), ctx)
    return MailMessage(mail.id, person.email, text.subject, text.body, calendar)


def _settled(mail: Mail, result: MailResult, ctx: Context) -> Mail:
    if result.outcome is MailOutcome.TAKEN:
        return sent(mail, ctx.now)
    if result.outcome is MailOutcome.REFUSED:
        return refused(mail, result.reason, ctx.now)
    return put_off(mail, result.reason, ctx.now)


def _given_up(mail: Mail, ctx: Context) -> Notice:
    text = notice_text(NoticeKind.MAIL_GIVEN_UP, About("Periksa alamat surel Anda", "/profil"))
    kind = NoticeKind.MAIL_GIVEN_UP
    return Notice(ctx.new_id(), mail.person_id, kind, text.title, text.detail, text.link, ctx.now, is_urgent=False)
