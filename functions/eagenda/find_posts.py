"""Find single posts to invite by the words of their title and office; whoever holds one on the day is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.holders import holders_on
from functions.eagenda.posts_called import posts_called
from shared.directory.standing import STANDINGS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.rules.calendar import wib_date
from shared.rules.rank_class import rank_order
from shared.values import Day, Text

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class PostSearch:
    """Words in any order, each the beginning of a word of the title or the office; holders are those of the day."""

    text: Annotated[str, Text(2, 100)]
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class PostToInvite:
    """A post with its holder of the day; nobody while it is vacant."""

    position_id: str
    title: str
    organisation_name: str
    person_id: str
    name: str


@dataclass(frozen=True, slots=True)
class FoundPosts:
    """A few posts, the highest first; ``more`` when further ones match."""

    items: tuple[PostToInvite, ...]
    more: bool


@query(permission=Permission.READ_DIRECTORY, body=True)
def find_posts(search: PostSearch, ctx: ReadContext) -> FoundPosts:
    """Find posts by the words of their title and office: those that somebody found holds, and those so titled."""
    day, records = search.day or wib_date(ctx.now), ctx.ports.records
    fitting = posts_called(search.text, day, ctx)
    shown = sorted(fitting, key=lambda each: (rank_order(each[0].rank_class), each[0].title, each[1]))[:_SHOWN]
    holders = holders_on([it for it, _ in shown], day, ctx)
    names = {
        key: STANDINGS.read(body).name
        for key, body in records.get_many(STANDINGS.stored, set(filter(None, holders.values()))).items()
    }
    items = (
        PostToInvite(it.id, it.title, office, holders[it.id], names.get(holders[it.id], "")) for it, office in shown
    )
    return FoundPosts(tuple(items), len(fitting) > _SHOWN)
