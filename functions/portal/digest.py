"""The words of the daily digest: how much waits, and nothing of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.domain.notice_text import MailText, digest_mail
from functions.portal.notices import MOST_COUNTED, NOTICES, UNREAD
from shared.tasks.mine import count_of, tokens_of
from shared.tasks.task import TaskVerb

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext


def digest_text(person_id: str, ctx: ReadContext) -> MailText:
    """Return what waits for a person at this moment, in figures."""
    unread = ctx.count(
        NOTICES, UNREAD, equal=(person_id, False), up_to=MOST_COUNTED, right_from="the person's own digest"
    )
    tokens = tokens_of(person_id, ctx)
    waiting = sum(count_of(person_id, verb, tokens, ctx) for verb in TaskVerb)
    return digest_mail(waiting, unread, ctx.ports.public_url)
