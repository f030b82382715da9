"""List the drafts of agendas that letters ask the caller for."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.draft import DraftState
from functions.eagenda.drafts import AGENDA_DRAFTS, IN_STATE
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class WhichDrafts:
    """The cursor continues an earlier answer."""

    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedDraft:
    """An open draft, and from which letter it was taken."""

    id: str
    title: str
    source: str
    place: str
    starts_at: Instant | None
    ends_at: Instant | None
    is_to_attend: bool


@dataclass(frozen=True, slots=True)
class ListedDrafts:
    """A part of the list, the latest first."""

    items: tuple[ListedDraft, ...]
    next_cursor: str | None


@query(permission=SIGNED_IN)
def list_drafts(which: WhichDrafts, ctx: ReadContext) -> ListedDrafts:
    """List the open drafts for the caller's own positions."""
    page = ctx.list(AGENDA_DRAFTS, IN_STATE, equal=(DraftState.OPEN,), cursor=which.cursor)

    items = tuple(
        ListedDraft(it.id, it.title, it.source, it.place, it.starts_at, it.ends_at, it.is_to_attend)
        for _, it in page.items
    )
    return ListedDrafts(items, page.next_cursor)
