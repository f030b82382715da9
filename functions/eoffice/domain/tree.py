"""The tree of a letter's disposisi: who has it in hand, and what goes up the tree when it is done or taken back below.

What is handed down is dealt with when all to whom it went have said so; that goes up to the letter itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eoffice.domain.disposisi import IN_HAND, Disposisi, NotInHand, Recipient, RecipientState
from functions.eoffice.domain.surat_masuk import Done

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_ALL_DONE = "Semua penerima disposisinya selesai."

Tree = tuple[Disposisi, ...]


def in_hand(tree: Iterable[Disposisi], position_id: str, disposisi_id: str) -> tuple[Disposisi, Recipient]:
    """Return what a post has in hand by a disposisi. Raises NotInHand."""
    given = next((it for it in tree if it.id == disposisi_id), None)
    recipient = given.find(position_id) if given else None
    if given is None or recipient is None or recipient.state not in IN_HAND:
        raise NotInHand("Yang memegangnya tercantum pada alur surat ini.")
    return given, recipient


def in_depth(tree: Tree, parent_id: str = "", depth: int = 0) -> list[tuple[Disposisi, int]]:
    """Return each disposisi below the one by which its giver had the letter, with how far down it stands."""
    found: list[tuple[Disposisi, int]] = []
    for given in tree:
        if given.parent_id == parent_id:
            found += [(given, depth), *in_depth(tree, given.id, depth + 1)]
    return found


def closed_up(tree: Tree, now: datetime) -> Tree:
    """Return the tree in which who handed something down is done once all below them are, from the leaves up."""
    by_id = {it.id: it for it in tree}
    for given in reversed(tree):  # who was given something later has it from those before
        parent = by_id.get(given.parent_id)
        giver = parent.find(given.from_position_id) if parent else None
        siblings = [it for it in by_id.values() if _same_hand(it, given)]
        if parent and giver and giver.state is RecipientState.FORWARDED and all(it.is_done for it in siblings):
            done = Done(now, "", giver.read_by_name, _ALL_DONE)
            by_id[parent.id] = parent.with_recipient(replace(giver, state=RecipientState.DONE, done=done))
    return tuple(by_id[it.id] for it in tree)


def is_tree_done(tree: Iterable[Disposisi]) -> bool:
    """Whether all that the addressee handed down is dealt with."""
    return all(it.is_done for it in tree if not it.parent_id)


def readers_of(tree: Iterable[Disposisi]) -> tuple[str, ...]:
    """Return the posts that have the letter by disposisi, or had it before they were done."""
    posts = (it for given in tree for it in given.recipients if it.state is not RecipientState.RECALLED)
    return tuple(dict.fromkeys(it.position_id for it in posts))


def wanted_present(tree: Iterable[Disposisi]) -> dict[str, str]:
    """Return the posts that are to be present, each with the disposisi that said so last."""
    return {
        it.position_id: given.id
        for given in tree
        if given.asks_attendance
        for it in given.recipients
        if it.state is not RecipientState.RECALLED
    }


def came_back(tree: Tree, given: Disposisi) -> bool:
    """Whether its giver has the letter in hand again: all that they handed down was recalled."""
    return all(it.is_recalled for it in tree if _same_hand(it, given))


def taken_up_again(tree: Tree, given: Disposisi) -> Tree:
    """Return the tree in which the giver of a recalled disposisi has in hand what they had been given."""
    parent = next((it for it in tree if it.id == given.parent_id), None)
    giver = parent.find(given.from_position_id) if parent else None
    if parent is None or giver is None:
        return tree
    again = parent.with_recipient(replace(giver, state=RecipientState.READ))
    return tuple(again if it.id == again.id else it for it in tree)


def _same_hand(one: Disposisi, other: Disposisi) -> bool:
    return (one.parent_id, one.from_position_id) == (other.parent_id, other.from_position_id)
