"""Take up e-mail to people without an account: it waits among the other e-mail, and goes like it."""

from __future__ import annotations

from functions.portal.domain.mail import Mail
from functions.portal.mails import MAILS
from shared.events.notices import MailDue, MailsRequested
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.views.outside_mails import OUTSIDE_MAILS

_RIGHT = "the event that asks for the e-mail"


@reaction(to=MailsRequested)
def take_mails(requested: MailsRequested, ctx: Context) -> None:
    """Put the e-mail among what is due; what was taken back meanwhile is passed over."""
    found = [ctx.find(OUTSIDE_MAILS, it, right_from=_RIGHT) for it in requested.mail_ids]

    mails = [Mail(it.id, "", it.kind, "", ctx.now, ctx.now, subject_id=it.subject_id) for it in found if it is not None]

    for mail in mails:
        ctx.create(MAILS, mail)
    if mails:
        ctx.emit(MailDue())
