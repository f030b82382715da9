"""Disposisi: where they are kept, how the tree of a letter is read, and the task that waits for each recipient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.disposisi import Disposisi, NotInHand, Recipient
from functions.eoffice.domain.tree import in_hand
from functions.eoffice.surat_masuk import letter_link
from shared.kernel.collections import TypedCollection
from shared.rules.calendar import wib_time
from shared.tasks.in_name_of import chief_at
from shared.tasks.task import Task, TaskKind, new_task, of_holder, of_position

if TYPE_CHECKING:
    from functions.eoffice.domain.surat_masuk import SuratMasuk
    from shared.kernel.context import Context, ReadContext

_RIGHT = "the letter, whose readers are looked at"
_END_OF_DAY = "16:00"

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
        due=wib_time(given.due, _END_OF_DAY),
    )
