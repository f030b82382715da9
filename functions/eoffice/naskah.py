"""Naskah on their way out: where they are kept, who may list and read them, and how posts are named in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eoffice.domain.naskah import Naskah
from shared.directory.model import ORGANISATIONS, POSITIONS
from shared.kernel.collections import ListQuery, TypedCollection
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from functions.eoffice.domain.naskah import NaskahSays
    from shared.kernel.context import ReadContext


@dataclass(frozen=True, slots=True)
class WhichNaskah:
    """Which naskah."""

    naskah_id: str


def naskah_readers(naskah: Naskah) -> tuple[str, ...]:
    """Show a naskah to who drafts it and to the posts whose turn it was once; to nobody else of the office."""
    return (f"per:{naskah.drafter_id}", *(f"pos:{position_id}" for position_id in naskah.shown_to))


NEWEST_FIRST = ListQuery(order="begun_at", descending=True)
SIGNING_SINCE = ListQuery(equal=("state",), order="signing.since", of_service=True)
BY_TURN = ListQuery(order="asked_until", of_service=True)
IN_STATE_NEWEST_FIRST = ListQuery(equal=("state",), order="begun_at", descending=True)

NASKAH = TypedCollection(
    "naskah",
    Naskah,
    key=lambda it: it.id,
    readers=naskah_readers,
    organisation=lambda it: it.organisation_id,
    matter=lambda it: it.id,
    queries=(NEWEST_FIRST, IN_STATE_NEWEST_FIRST, BY_TURN, SIGNING_SINCE),
)


def naskah_to_read(naskah_id: str, ctx: ReadContext) -> Naskah:
    """Return a naskah that the caller may read. Raises RecordMissing."""
    naskah = ctx.find(NASKAH, naskah_id)
    if naskah is None:
        raise RecordMissing("Naskah ini tidak ada, atau belum sampai kepada Anda. Buka dari Kerja saya.")
    return naskah


def naskah_link(naskah_id: str) -> str:
    """Return where a naskah is read."""
    return f"/surat/keluar/{naskah_id}"


def titles_named(says: NaskahSays, ctx: ReadContext) -> dict[str, str]:
    """Return the titles of all posts that are named in what is typed, of those that exist today."""
    titles = ((it, title_of(it, ctx)) for it in posts_named(says))
    return {position_id: title for position_id, title in titles if title}


def posts_named(says: NaskahSays) -> tuple[str, ...]:
    """Return the posts that are named in what is typed: to whom it goes, who checks and who signs it."""
    addressed = (it.position_id for it in (*says.destinations, *says.copies))
    named = (*addressed, *(it.position_id for it in says.checkers), says.signer_id)
    return tuple(dict.fromkeys(it for it in named if it))


def title_of(position_id: str, ctx: ReadContext) -> str:
    """Return the title of a post that exists today in an office that does; "" of any other. It may be a minute old."""
    day, cached = wib_date(ctx.now), ctx.ports.cached
    body = cached.get(POSITIONS.stored, position_id)
    post = POSITIONS.read(body) if body else None
    if post is None or (post.ends_on is not None and post.ends_on < day):
        return ""
    above = cached.get(ORGANISATIONS.stored, post.organisation_id)
    office = ORGANISATIONS.read(above) if above else None
    dissolved = office is None or (office.ends_on is not None and office.ends_on < day)
    return "" if dissolved else post.title
