"""The calendar file that an e-mail about a meeting brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.ports.mail import MailCalendar
from shared.rules.icalendar import CalendarEvent, CalendarParty, Method, write_invitation
from shared.rules.notice import NoticeKind
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from functions.portal.domain.mail import Mail
    from shared.kernel.context import ReadContext

_METHODS = {
    NoticeKind.AGENDA_INVITED: Method.REQUEST,
    NoticeKind.AGENDA_DEPUTY: Method.REQUEST,
    NoticeKind.AGENDA_MOVED: Method.REQUEST,
    NoticeKind.AGENDA_CANCELLED: Method.CANCEL,
    NoticeKind.AGENDA_WITHDRAWN: Method.CANCEL,
}
_ORGANISER = "Trowulan, Kabupaten Mojokerto"


def calendar_of(mail: Mail, to: CalendarParty, ctx: ReadContext) -> MailCalendar | None:
    """Return the file for one receiver, as the subject is now; none of what is secret, or no matter of a calendar.

    Of two files with the same sequence programs keep the one that was asked for later (RFC 5546, section 2.1.5).
    """
    method = _METHODS.get(mail.kind) if mail.kind else None
    subject = ctx.find(SUBJECTS, mail.subject_id, right_from="the e-mail") if method and mail.subject_id else None
    if method is None or subject is None or subject.is_secret or not (subject.event and subject.at and ctx.ports.mail):
        return None
    event = CalendarEvent(
        uid=subject.event.uid,
        sequence=subject.event.sequence,
        changed_at=mail.asked_at,
        starts_at=subject.at,
        ends_at=subject.event.ends_at,
        title=subject.title,
        place=subject.place,
        description=subject.event.description,
        link=f"{ctx.ports.public_url}{subject.link}" if mail.person_id else "",
        is_cancelled=method is Method.CANCEL,
    )
    organiser = CalendarParty(_ORGANISER, ctx.ports.mail.sender)
    return MailCalendar(method, write_invitation(event, method, organiser, to))
