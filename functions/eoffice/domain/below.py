"""To whom an official may hand a letter down: to those below them, never up, aside or out of their tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eoffice.domain.routing import SEKDA_CLASS
from shared.refusals import Refusal
from shared.rules.rank_class import rank_order

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD_OF_REGION = "kepala-daerah"
# Of the regency's offices: Sekda and heads of dinas and badan (JPT pratama); below, heads of bagian and camat.
_HIGH = frozenset({SEKDA_CLASS, "II.b"})


class NotBelow(Refusal):
    """One of the recipients is not below the giver."""

    title = "Disposisi hanya ke bawah."


@dataclass(frozen=True, slots=True)
class Rung:
    """A post as the tree sees it."""

    position_id: str
    title: str
    rank_class: str
    organisation_id: str


def leads_all(giver: Rung) -> bool:
    """Whether every office of the regency is below a post: of the Bupati, the Wakil Bupati and the Sekda."""
    return giver.rank_class in {_HEAD_OF_REGION, SEKDA_CLASS}


def below(giver: Rung, posts: Iterable[Rung]) -> list[Rung]:
    """Return the posts below a giver: of those of their office and the offices below it, or of all where they lead all.

    In the own office whoever ranks lower; in another one its head, and with those who lead all also the assistants and
    expert staff beside a head.
    """
    lower = [it for it in posts if rank_order(it.rank_class) > rank_order(giver.rank_class)]
    heads = _heads(lower)
    return [
        it
        for it in lower
        if it.organisation_id == giver.organisation_id
        or it.position_id in heads
        or (leads_all(giver) and it.rank_class in _HIGH)
    ]


def require_below(candidates: Iterable[Rung], asked: Iterable[str]) -> list[Rung]:
    """Return the posts that are asked for. Raises NotBelow for one that is none of those below."""
    known = {it.position_id: it for it in candidates}
    if not set(asked) <= set(known):
        raise NotBelow("Pilih pejabat di bawah Anda. Untuk atasan atau OPD lain, kirim surat atau nota dinas.")
    return [known[it] for it in asked]


def _heads(posts: list[Rung]) -> set[str]:
    highest: dict[str, Rung] = {}
    for post in posts:
        head = highest.get(post.organisation_id)
        if head is None or rank_order(post.rank_class) < rank_order(head.rank_class):
            highest[post.organisation_id] = post
    return {it.position_id for it in highest.values()}
