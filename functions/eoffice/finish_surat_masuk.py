"""Say that a letter is dealt with, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eoffice.domain.handling import finished
from functions.eoffice.domain.surat_masuk import (
    Done,
    LetterCancelled,
    LetterDone,
    LetterHandedDown,
    LetterState,
    NotAddressee,
)
from functions.eoffice.letter_words import find_letter_words, keep_letter_words
from functions.eoffice.subjects import as_subject
from functions.eoffice.surat_masuk import SURAT_MASUK, chief_of_letter, letter_to_read, require_addressee
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, settle
from shared.tasks.in_name_of import signed
from shared.tasks.task import TaskKind
from shared.values import Text


@dataclass(frozen=True, slots=True)
class SuratMasukToFinish:
    """Which letter, and what came of it: "Untuk diketahui", "Dijawab lewat telepon"."""

    letter_id: str
    note: Annotated[str, Text(3, 500)]


@dataclass(frozen=True, slots=True)
class SuratMasukFinished:
    """The letter is dealt with; ``already`` when the caller had said so before."""

    already: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotAddressee, LetterCancelled, LetterDone, LetterHandedDown))
def finish_surat_masuk(typed: SuratMasukToFinish, ctx: Context) -> SuratMasukFinished:
    """Say that a letter for the caller's post is dealt with."""
    letter = letter_to_read(typed.letter_id, ctx)
    require_addressee(letter, ctx)
    if letter.state is LetterState.DONE and letter.done and letter.done.by == ctx.actor.id:
        return SuratMasukFinished(already=True)
    task = find_task(TaskKind.SURAT_MASUK, letter.id, ctx)
    words = find_letter_words(letter, ctx)
    name = signed(ctx.actor.name, chief_of_letter(letter, ctx))

    done = finished(letter, Done(ctx.now, ctx.actor.id, name, typed.note))

    ctx.put(SURAT_MASUK, done)
    keep_letter_words(done, words, ctx)
    settle(task, ctx, subject_id=as_subject(letter).id)
    return SuratMasukFinished(already=False)
