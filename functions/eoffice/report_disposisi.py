"""Report that a disposisi is dealt with, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eoffice.disposisi import DISPOSISI, own_hand, task_subject, tree_of
from functions.eoffice.domain.disposisi import NotInHand, reported
from functions.eoffice.domain.handling import dealt_with
from functions.eoffice.domain.surat_masuk import Done, LetterState
from functions.eoffice.domain.tree import closed_up, is_tree_done
from functions.eoffice.letter_words import find_letter_words, keep_letter_words
from functions.eoffice.subjects import as_subject
from functions.eoffice.surat_masuk import SURAT_MASUK, letter_to_read
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.notices.request import request_notices_to_positions
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from shared.tasks.ask import find_task, settle
from shared.tasks.in_name_of import chief_at, signed
from shared.tasks.task import TaskKind
from shared.values import Text


@dataclass(frozen=True, slots=True)
class DisposisiToReport:
    """Which disposisi of which letter, and what came of it."""

    letter_id: str
    disposisi_id: str
    report: Annotated[str, Text(3, 1000)]


@dataclass(frozen=True, slots=True)
class DisposisiReported:
    """It is reported; ``letter_done`` when with it the whole letter is dealt with."""

    letter_done: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotInHand))
def report_disposisi(typed: DisposisiToReport, ctx: Context) -> DisposisiReported:
    """Report on a disposisi in hand; its giver is told, and what is done by all is done up to the letter."""
    letter = letter_to_read(typed.letter_id, ctx)
    tree = tree_of(letter, ctx)
    given, recipient = own_hand(letter, tree, typed.disposisi_id, ctx)
    task = find_task(TaskKind.DISPOSISI, task_subject(given.id, recipient.position_id), ctx)
    subject_id = as_subject(letter).id
    words = find_letter_words(letter, ctx)
    name = signed(ctx.actor.name, chief_at(recipient.position_id, TaskKind.DISPOSISI, ctx))

    report = reported(recipient, Done(ctx.now, ctx.actor.id, name, typed.report))
    after = closed_up(tuple(it.with_recipient(report) if it.id == given.id else it for it in tree), ctx.now)
    letter_done = letter.state is LetterState.DISPOSED and is_tree_done(after)

    for before, now in zip(tree, after, strict=True):
        if now != before:
            ctx.put(DISPOSISI, now)
    if letter_done:
        done = dealt_with(letter, ctx.now)
        ctx.put(SURAT_MASUK, done)
        keep_letter_words(done, words, ctx)
    settle(task, ctx, subject_id=subject_id)
    request_notices_to_positions(NoticeKind.DISPOSISI_REPORTED, subject_id, [given.from_position_id], ctx)
    return DisposisiReported(letter_done)
