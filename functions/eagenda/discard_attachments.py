"""Forget attachments that were removed a day ago, and those whose file never came."""

from __future__ import annotations

from functions.eagenda.attachments import ATTACHMENTS, TO_DISCARD
from functions.eagenda.domain.attachment import discard_due
from shared.events.eagenda import AttachmentDiscarded
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context

_AT_ONCE = 100  # agendas; the rest waits for the next hour


@scheduled(cron="17 * * * *", catch_up=CatchUp.ONCE)
def discard_attachments(ctx: Context) -> None:
    """Forget attachments that nobody can see any more; their documents are deleted after that."""
    # A query in a command: which agendas hold such attachments is known by their times alone.
    due = ctx.list(ATTACHMENTS, TO_DISCARD, high=ctx.now, limit=_AT_ONCE)

    for _, attachments in due.items:
        left, gone = discard_due(attachments, ctx.now)
        ctx.put(ATTACHMENTS, left)
        for attachment_id in gone:
            ctx.emit(AttachmentDiscarded(attachments.agenda_id, attachment_id))
