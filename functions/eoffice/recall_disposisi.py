"""Take a disposisi back from a recipient who has not opened it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.agenda_asked import withdraw_agendas
from functions.eoffice.disposisi import DISPOSISI, task_subject, tree_of
from functions.eoffice.domain.disposisi import DisposisiRead, NotGiver, RecipientState, recalled
from functions.eoffice.domain.handling import after_recall
from functions.eoffice.domain.tree import came_back, closed_up, taken_up_again, wanted_present
from functions.eoffice.letter_words import find_letter_words, keep_letter_words
from functions.eoffice.recalling import require_giver, waited_before
from functions.eoffice.surat_masuk import SURAT_MASUK, letter_to_read
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.tasks.ask import ask, find_task, withdraw
from shared.tasks.task import TaskKind


@dataclass(frozen=True, slots=True)
class DisposisiToRecall:
    """Which disposisi of which letter, from which recipient."""

    letter_id: str
    disposisi_id: str
    position_id: str


@dataclass(frozen=True, slots=True)
class DisposisiRecalled:
    """The recipient has it no more; ``already`` when they had not before."""

    already: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotGiver, DisposisiRead))
def recall_disposisi(which: DisposisiToRecall, ctx: Context) -> DisposisiRecalled:
    """Take back a disposisi that the caller gave from a recipient who has not opened it."""
    letter = letter_to_read(which.letter_id, ctx)
    version = ctx.version(SURAT_MASUK, letter.id)
    tree = tree_of(letter, ctx)
    given = next((it for it in tree if it.id == which.disposisi_id), None)
    recipient = given.find(which.position_id) if given else None
    if given is None or recipient is None:
        raise RecordMissing("Disposisi ini tidak ada. Muat ulang suratnya.")
    require_giver(given, letter, ctx)
    task = find_task(TaskKind.DISPOSISI, task_subject(given.id, recipient.position_id), ctx)
    again = waited_before(letter, given, tree, ctx)
    found = find_task(again.kind, again.subject_id, ctx)
    words = find_letter_words(letter, ctx)

    if recipient.state is RecipientState.RECALLED:
        return DisposisiRecalled(already=True)
    without = given.with_recipient(recalled(recipient))
    after = tuple(without if it.id == given.id else it for it in tree)
    is_back = came_back(after, without)
    after = taken_up_again(after, without) if is_back else closed_up(after, ctx.now)

    for before, now in zip(tree, after, strict=True):
        if now != before:
            ctx.put(DISPOSISI, now)
    letter_after = after_recall(letter, after, is_back=is_back and not given.parent_id, now=ctx.now)
    ctx.put(SURAT_MASUK, letter_after)
    keep_letter_words(letter_after, words, ctx)
    withdraw(task, ctx)
    if is_back:
        ask(again, ctx, found=found)
    withdraw_agendas(letter, wanted_present(tree).keys() - wanted_present(after).keys(), version + 1, ctx)
    return DisposisiRecalled(already=False)
