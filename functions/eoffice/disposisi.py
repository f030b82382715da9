"""Disposisi: where they are kept, how the tree of a letter is read, and the task that waits for each recipient."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eoffice.domain.disposisi import OPEN, Disposisi, NotInHand, Recipient
from functions.eoffice.domain.tree import in_hand
from functions.eoffice.surat_masuk import letter_link
from shared.kernel.collections import TypedCollection
from shared.rules.calendar import CLOSING, wib_time
from shared.tasks.ask import find_task, restate
from shared.tasks.in_name_of import chief_at
from shared.tasks.task import Task, TaskKind, new_task, of_holder, of_position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eoffice.domain.surat_masuk import SuratMasuk
    from functions.eoffice.domain.tree import Tree
    from shared.kernel.context import Context, ReadContext

_RIGHT = "the letter, whose readers are looked at"

DISPOSISI = TypedCollection("disposisi", Disposisi, key=lambda it: it.id, matter=lambda it: it.letter_id)


def tree_of(letter: SuratMasuk, ctx: ReadContext) -> tuple[Disposisi, ...]:
    """Return all disposisi of a letter that the caller may read, the oldest first."""
    found = (ctx.find(DISPOSISI, it, right_from=_RIGHT) for it in letter.disposisi_ids)
    return tuple(it for it in found if it is not None)


def own_hand(
    letter: SuratMasuk, tree: tuple[Disposisi, ...], disposisi_id: str, ctx: ReadContext
) -> tuple[Disposisi, Recipient]:
    """Return what the caller has in hand, as the post that they act as or as an aide. Raises NotInHand.

    What a secret letter asks the aides are not told.
    """
    given = next((it for it in tree if it.id == disposisi_id), None)
    posts = [it.position_id for it in given.recipients] if given else []
    own = ctx.actor.position_id if ctx.actor.position_id in posts else ""
    of_chief = "" if letter.is_secret else next((it for it in posts if chief_at(it, TaskKind.DISPOSISI, ctx)), "")
    if not own and not of_chief:
        raise NotInHand("Yang memegangnya tercantum pada alur surat ini.")
    return in_hand(tree, own or of_chief, disposisi_id)


def task_subject(disposisi_id: str, position_id: str) -> str:
    """Return what the task of one recipient is about."""
    return f"{disposisi_id}:{position_id}"


def disposisi_task(letter: SuratMasuk, given: Disposisi, position_id: str, ctx: Context) -> Task:
    """Return what asks a recipient to deal with a letter."""
    whoever_holds = of_holder if letter.is_secret else of_position
    asked = " · ".join(filter(None, ("; ".join(given.phrases), "" if letter.is_secret else given.note)))
    return new_task(
        TaskKind.DISPOSISI,
        task_subject(given.id, position_id),
        within_id=letter.id,
        addressees=(whoever_holds(position_id),),
        title=letter.called,
        detail=asked[:200],
        link=letter_link(letter.id),
        asker=ctx.actor,
        now=ctx.now,
        due=wib_time(given.due, CLOSING),
    )


@dataclass(frozen=True, slots=True)
class OfRecipient:
    """A disposisi, one of those to whom it went, and what waits for them."""

    given: Disposisi
    position_id: str
    task: Task | None


def found_of_recipients(tree: Tree, ctx: Context) -> list[OfRecipient]:
    """Return what waits for all who have a letter by disposisi, before anything is written."""
    return [
        OfRecipient(given, it.position_id, find_task(TaskKind.DISPOSISI, task_subject(given.id, it.position_id), ctx))
        for given in tree
        for it in given.recipients
        if it.state in OPEN
    ]


def restate_disposisi(letter: SuratMasuk, found: Iterable[OfRecipient], ctx: Context) -> None:
    """Let what waits for them say of the letter what it says now, to those who may know it now."""
    for it in found:
        restate(it.task, disposisi_task(letter, it.given, it.position_id, ctx), ctx)
