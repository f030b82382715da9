"""List the e-mail that was sent to the caller, or wasn't."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.mail import MailState
from functions.portal.mails import MAILS, OF_PERSON_NEWEST_FIRST
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.rules.notice import NoticeKind
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class WhichMails:
    """The cursor continues an earlier answer."""

    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedMail:
    """One e-mail: what it was about (nothing: the daily digest), and what became of it after how many tries."""

    id: str
    kind: NoticeKind | None
    asked_at: Instant
    due_at: Instant
    state: MailState
    attempts: int
    reason: str
    settled_at: Instant | None


@dataclass(frozen=True, slots=True)
class ListedMails:
    """A part of the list, the newest first."""

    items: tuple[ListedMail, ...]
    next_cursor: str | None


@query(permission=SIGNED_IN)
def list_mails(which: WhichMails, ctx: ReadContext) -> ListedMails:
    """List the e-mail to the caller with what became of it, the newest first."""
    page = ctx.list(
        MAILS,
        OF_PERSON_NEWEST_FIRST,
        equal=(ctx.actor.id,),
        cursor=which.cursor,
        right_from="the e-mail to the caller",
    )
    items = tuple(
        ListedMail(it.id, it.kind, it.asked_at, it.due_at, it.state, it.attempts, it.reason, it.settled_at)
        for _, it in page.items
    )
    return ListedMails(items, page.next_cursor)
