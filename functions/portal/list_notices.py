"""List what the caller was told."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.notices import MOST_COUNTED, NOTICES, OF_PERSON_NEWEST_FIRST, OWN_NOTICES, UNREAD
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.rules.notice import NoticeKind
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class WhichNotices:
    """The cursor continues an earlier answer."""

    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedNotice:
    """One notice."""

    id: str
    kind: NoticeKind
    title: str
    detail: str
    link: str
    at: Instant
    is_urgent: bool
    is_read: bool


@dataclass(frozen=True, slots=True)
class ListedNotices:
    """A part of the list, the newest first, and how many are unread (at most 100)."""

    items: tuple[ListedNotice, ...]
    unread_count: int
    next_cursor: str | None
    as_of: Instant


@query(permission=SIGNED_IN)
def list_notices(which: WhichNotices, ctx: ReadContext) -> ListedNotices:
    """List what the caller was told, the newest first."""
    page = ctx.list(NOTICES, OF_PERSON_NEWEST_FIRST, equal=(ctx.actor.id,), cursor=which.cursor, right_from=OWN_NOTICES)
    unread = ctx.count(NOTICES, UNREAD, equal=(ctx.actor.id, False), up_to=MOST_COUNTED, right_from=OWN_NOTICES)

    items = tuple(
        ListedNotice(it.id, it.kind, it.title, it.detail, it.link, it.at, it.is_urgent, it.is_read)
        for _, it in page.items
    )
    return ListedNotices(items, unread, page.next_cursor, ctx.now)
