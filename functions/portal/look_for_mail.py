"""See whether e-mail waits whose time has come: after quiet hours, after a pause, after a crash."""

from __future__ import annotations

from functions.portal.domain.mail import MailState
from functions.portal.mails import DUE, MAILS
from shared.events.notices import MailDue
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context


@scheduled(cron="*/2 * * * *", catch_up=CatchUp.ONCE)
def look_for_mail(ctx: Context) -> None:
    """Tell that e-mail waits whose time has come."""
    if ctx.ports.mail is None:
        return
    waiting = ctx.list(MAILS, DUE, equal=(MailState.WAITING,), high=ctx.now, limit=1)
    if waiting.items:
        ctx.emit(MailDue())
