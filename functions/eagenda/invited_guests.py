"""The guests whom an agenda invites by e-mail, as operations need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.guest_book import GuestBook, GuestListToInvite, invite_guests_to
from functions.eagenda.domain.guest_mail import guest_mail_text
from functions.eagenda.domain.invited_guest import GuestLinkEnded, InvitedGuest, is_link_good, with_mail
from functions.eagenda.records import AGENDAS
from functions.eagenda.subjects import agenda_subject_id, as_subject
from functions.eagenda.tables import GUEST_INVITE_POLICY
from shared.events.eagenda_guests import GuestInvitingMoved
from shared.events.notices import MailsRequested
from shared.jobs.advance import start
from shared.jobs.job import Job
from shared.kernel.collections import ListQuery, TypedCollection
from shared.rules.calendar import wib_date
from shared.rules.notice import NoticeKind
from shared.tables.rows import value_on
from shared.values import Secret
from shared.views.outside_mails import OUTSIDE_MAILS, OutsideMail
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.guest_book import GuestToInvite
    from functions.eagenda.domain.guest_invite_policy import GuestInvitePolicy
    from shared.kernel.context import Context, ReadContext
    from shared.views.subjects import Subject

BY_STATE_AND_NAME = ListQuery(equal=("agenda_id", "state"), order="name")
BY_STATE_AND_ANSWER = ListQuery(equal=("agenda_id", "state", "answer.kind"))
BY_EMAILS_END = ListQuery(order="forget_email_at", of_service=True)
INVITED_GUESTS = TypedCollection(
    "invited_guests",
    InvitedGuest,
    key=lambda it: it.id,
    matter=lambda it: it.agenda_id,
    queries=(BY_STATE_AND_NAME, BY_STATE_AND_ANSWER, BY_EMAILS_END),
)
GUEST_BOOKS = TypedCollection("guest_books", GuestBook, key=lambda it: it.agenda_id, matter=lambda it: it.agenda_id)
GUEST_LISTS = TypedCollection(
    "guest_lists", GuestListToInvite, key=lambda it: it.job_id, matter=lambda it: it.agenda_id
)

_TICKET = "invited-guest"
_LINK = "the guest's personal link"


def guest_invite_policy(ctx: ReadContext) -> GuestInvitePolicy:
    """Return what holds for invited guests on the day of the call."""
    return value_on(wib_date(ctx.now), GUEST_INVITE_POLICY, ctx)


def guest_book(agenda: Agenda, ctx: ReadContext, right_from: str) -> GuestBook:
    """Return whom an agenda invites by e-mail."""
    return ctx.find(GUEST_BOOKS, agenda.id, right_from=right_from) or GuestBook(agenda.id)


def personal_link(guest: InvitedGuest, ctx: ReadContext) -> str:
    """Return the guest's own address: signed, and after the # where no server and no log sees it."""
    return f"{ctx.ports.public_url}/tamu#{ctx.ports.identity.ticket(_TICKET, {'guest': guest.id})}"


def guest_by_link(token: str, ctx: ReadContext) -> tuple[InvitedGuest, Agenda]:
    """Return whose link it is, and to what they are invited. Raises GuestLinkEnded."""
    facts = ctx.ports.identity.read_ticket(_TICKET, token)
    guest = ctx.find(INVITED_GUESTS, str(facts["guest"]), right_from=_LINK) if facts else None
    agenda = ctx.find(AGENDAS, guest.agenda_id, right_from=_LINK) if guest else None
    if guest is None or agenda is None or not is_link_good(guest, agenda, guest_invite_policy(ctx), ctx.now):
        raise GuestLinkEnded("Buka tautan dari surel yang terakhir, atau hubungi penyelenggara yang mengundang Anda.")
    return guest, agenda


def with_calendar_file(agenda: Agenda, ctx: Context) -> Subject | None:
    """Return the agenda as a subject that has a calendar file, where it has none: one from before there were any."""
    found = ctx.find(SUBJECTS, agenda_subject_id(agenda.id), right_from="the agenda that invites")
    has_file = found is not None and found.event is not None
    return None if has_file else as_subject(agenda, ctx.version(AGENDAS, agenda.id) - 1)


def prepare_guests(
    agenda: Agenda, book: GuestBook, asked: Iterable[GuestToInvite], ctx: Context
) -> tuple[GuestBook, tuple[InvitedGuest, ...]]:
    """Return who is to be written, and the book of all who are then invited."""
    return invite_guests_to(agenda, book, [(ctx.new_id(), it) for it in asked], guest_invite_policy(ctx))


def write_guests(agenda: Agenda, book: GuestBook, new: tuple[InvitedGuest, ...], ctx: Context) -> None:
    """Write who is invited now, and have each of them told; the book was found before."""
    days = guest_invite_policy(ctx).email_kept_days
    ctx.put(GUEST_BOOKS, book)
    for guest in new:
        ctx.create(INVITED_GUESTS, guest)
        write_mail(guest, NoticeKind.AGENDA_INVITED, agenda, days, ctx)
    ctx.emit(MailsRequested(tuple(it.mail_id for it in new)))


def write_mail(guest: InvitedGuest, kind: NoticeKind, agenda: Agenda, days: int, ctx: Context) -> None:
    """Write the latest e-mail to a guest; whoever calls has it sent."""
    text = guest_mail_text(kind, agenda, guest, personal_link(guest, ctx), days)
    ctx.create(
        OUTSIDE_MAILS,
        OutsideMail(
            guest.mail_id, guest.email, guest.name, text.title, Secret(text.body), kind, agenda_subject_id(agenda.id)
        ),
    )


def with_next_mail(guest: InvitedGuest, ctx: Context) -> tuple[InvitedGuest, str]:
    """Return the guest to whom another e-mail is written, and the id of one before it that waits, or "".

    What still waits has been overtaken and does not go any more.
    """
    waiting = ctx.find(OUTSIDE_MAILS, guest.mail_id, right_from="the e-mail to this guest")
    return with_mail(guest), waiting.id if waiting else ""


def start_guest_job(agenda: Agenda, guests: tuple[GuestToInvite, ...], ctx: Context) -> str:
    """Have a job invite them; return its id."""
    job_id = ctx.new_id()
    title, page = f"Undangan tamu: {agenda.title}", f"/agenda/{agenda.id}/undangan"
    ctx.create(GUEST_LISTS, GuestListToInvite(job_id, agenda.id, guests))
    job = Job(job_id, ctx.actor.id, title, page, len(guests), ctx.now, ctx.now, is_cancellable=True)
    start(job, GuestInvitingMoved(job_id, 0, agenda.id), ctx)
    return job_id
