"""Write the daily digests: at seven on working days, for those who chose to have one."""

from __future__ import annotations

from functions.portal.domain.mail import Mail
from functions.portal.mails import MAILS
from functions.portal.notices import NOTICE_PREFERENCES, WITH_DIGEST
from shared.events.notices import MailDue
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context
from shared.rules.calendar import is_working_day, wib_date
from shared.tables.holidays import days_off


@scheduled(cron="0 7 * * 1-5", catch_up=CatchUp.SKIP)
def write_digests(ctx: Context) -> None:
    """Have a digest sent to each person who chose it, on working days; one that is late would be yesterday's news."""
    today = wib_date(ctx.now)
    if ctx.ports.mail is None or not is_working_day(today, days_off(ctx)):
        return
    # A query in a command: who chose a digest is known by their choice alone. Each is held by its key of the day.
    wanted = ctx.every(NOTICE_PREFERENCES, WITH_DIGEST, equal=(True,))
    mails = [
        Mail(f"digest-{today}-{person_id}", person_id, None, "/kerja", ctx.now, ctx.now) for person_id, _ in wanted
    ]

    new = [mail for mail in mails if ctx.find(MAILS, mail.id, right_from="the digest of today") is None]

    for mail in new:
        ctx.create(MAILS, mail)
    if new:
        ctx.emit(MailDue())
