"""Records that the offices above their own may read, when an office has moved to another place in the tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from shared.directory.directory import path_of
from shared.directory.model import ORGANISATIONS, Organisation
from shared.events.directory import OfficeFollowed, PostsTouched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from shared.kernel.collections import ListQuery, Page, TypedCollection
    from shared.kernel.context import Context

T = TypeVar("T")
Path = tuple[str, ...]  # an organisation and those above it, the topmost last

_RIGHT = "the tree of organisations, which our own services follow"
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Following(Generic[T]):
    """A collection whose values keep the path of their office, and the list of those with an office in it."""

    collection: TypedCollection[T]
    with_office: ListQuery
    path: Callable[[T], Path]
    moved: Callable[[T, Path], T]

    def now(self, value: T, ctx: Context) -> T:
        """Return a value as it is where its office stands now."""
        path = _path_now(self.path(value)[0], ctx)
        return value if path in {(), self.path(value)} else self.moved(value, path)


def follow(touched: PostsTouched | OfficeFollowed, followings: Iterable[Following[Any]], ctx: Context) -> None:
    """Bring the next records of an office that has moved, and of those below it, to where it stands now."""
    begun = [
        (it, _page(touched.organisation_id, it, cursor, ctx))
        for it in followings
        if (cursor := _cursor(touched, it.collection.name)) is not None
    ]
    moved = [(it, value, it.now(value, ctx)) for it, page in begun for _, value in page.items]

    for it, before, now in moved:
        if now != before:
            ctx.put(it.collection, now)
    for it, page in begun:
        if page.next_cursor:
            ctx.emit(OfficeFollowed(touched.organisation_id, it.collection.name, page.next_cursor))


def _page(office_id: str, it: Following[T], cursor: str, ctx: Context) -> Page[tuple[str, T]]:
    return ctx.list(it.collection, it.with_office, tokens=(office_id,), cursor=cursor or None, limit=_AT_ONCE)


def _cursor(touched: PostsTouched | OfficeFollowed, collection: str) -> str | None:
    """Return from where to go on, "" from the beginning; None when there is nothing to do."""
    if isinstance(touched, OfficeFollowed):
        return touched.cursor if touched.collection == collection else None
    return "" if touched.below and not touched.cursor else None


def _path_now(organisation_id: str, ctx: Context) -> Path:
    def known(key: str) -> Organisation | None:
        return ctx.find(ORGANISATIONS, key, right_from=_RIGHT)

    office = known(organisation_id)
    return path_of(office, known) if office else ()
