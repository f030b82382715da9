"""The way of a letter down the tree, as its readers see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from functions.eoffice.domain.disposisi import IN_HAND, RecipientState
from functions.eoffice.domain.tree import in_depth
from shared.tasks.in_name_of import chief_at
from shared.tasks.task import TaskKind
from shared.values import Instant

if TYPE_CHECKING:
    from functions.eoffice.domain.disposisi import Disposisi, Recipient
    from functions.eoffice.domain.surat_masuk import SuratMasuk
    from shared.kernel.context import ReadContext


@dataclass(frozen=True, slots=True)
class ShownRecipient:
    """One to whom it went. ``is_mine`` where it waits for the caller, as themselves or as an aide."""

    position_id: str
    title: str
    state: RecipientState
    read_by: str
    read_at: Instant | None
    done_by: str
    done_at: Instant | None
    report: str
    is_mine: bool
    may_recall: bool


@dataclass(frozen=True, slots=True)
class ShownDisposisi:
    """A disposisi; ``depth`` is 0 for one that the addressee gave, ``parent_id`` by which its giver had the letter."""

    id: str
    parent_id: str
    depth: int
    from_title: str
    from_name: str
    given_at: Instant
    phrases: tuple[str, ...]
    note: str
    due: date
    recipients: tuple[ShownRecipient, ...]


def shown_tree(letter: SuratMasuk, tree: tuple[Disposisi, ...], ctx: ReadContext) -> tuple[ShownDisposisi, ...]:
    """Return the tree as it is drawn: each disposisi below the one by which its giver had the letter."""
    return tuple(_shown(letter, it, depth, ctx) for it, depth in in_depth(tree))


def _shown(letter: SuratMasuk, given: Disposisi, depth: int, ctx: ReadContext) -> ShownDisposisi:
    gave_it = _acts_as(given.from_position_id, letter, ctx)
    return ShownDisposisi(
        given.id,
        given.parent_id,
        depth,
        given.from_title,
        given.from_name,
        given.given_at,
        given.phrases,
        given.note,
        given.due,
        tuple(_recipient(it, letter, gave_it, ctx) for it in given.recipients),
    )


def _recipient(it: Recipient, letter: SuratMasuk, gave_it: bool, ctx: ReadContext) -> ShownRecipient:  # noqa: FBT001 -- whether the caller gave it
    return ShownRecipient(
        it.position_id,
        it.title,
        it.state,
        it.read_by_name,
        it.read_at,
        it.done.by_name if it.done else "",
        it.done.at if it.done else None,
        it.done.note if it.done else "",
        is_mine=it.state in IN_HAND and _acts_as(it.position_id, letter, ctx),
        may_recall=gave_it and it.state is RecipientState.UNREAD,
    )


def _acts_as(position_id: str, letter: SuratMasuk, ctx: ReadContext) -> bool:
    if position_id == ctx.actor.position_id:
        return True
    return not letter.is_secret and chief_at(position_id, TaskKind.DISPOSISI, ctx) is not None
