"""List the naskah that the caller drafts, and those that lie or lay before them."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.letter import Sifat, Urgensi
from functions.eoffice.domain.naskah import NaskahState
from functions.eoffice.domain.naskah_kind import NaskahKind
from functions.eoffice.naskah import IN_STATE_NEWEST_FIRST, NASKAH, NEWEST_FIRST
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ListOfNaskah:
    """Those in one state, or all. The cursor continues an answer."""

    state: NaskahState | None = None
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedNaskah:
    """A naskah as a list shows it; of a secret one its kind alone."""

    id: str
    kind: NaskahKind
    kind_title: str
    title: str
    sifat: Sifat
    urgensi: Urgensi
    state: NaskahState
    held_by: tuple[str, ...]
    asked_until: Instant | None
    drafter_name: str
    begun_at: Instant
    is_returned: bool
    number: str


@dataclass(frozen=True, slots=True)
class ListedNaskahs:
    """A part of the list, the newest first."""

    items: tuple[ListedNaskah, ...]
    next_cursor: str | None
    as_of: Instant


@query(permission=SIGNED_IN)
def list_naskah(which: ListOfNaskah, ctx: ReadContext) -> ListedNaskahs:
    """List the naskah that the caller may read."""
    if which.state is None:
        page = ctx.list(NASKAH, NEWEST_FIRST, cursor=which.cursor)
    else:
        page = ctx.list(NASKAH, IN_STATE_NEWEST_FIRST, equal=(which.state,), cursor=which.cursor)
    items = tuple(
        ListedNaskah(
            it.id,
            it.kind,
            it.form.title,
            it.called,
            it.says.sifat,
            it.says.urgensi,
            it.state,
            it.held_by,
            it.asked_until,
            it.drafter_name,
            it.begun_at,
            bool(it.remark),
            it.signing.number if it.signing else "",
        )
        for _, it in page.items
    )
    return ListedNaskahs(items, page.next_cursor, ctx.now)
