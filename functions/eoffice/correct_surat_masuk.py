"""Correct what the book says of a letter; what it said before stays, with who changed it and why."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.agenda_asked import ask_for_agendas
from functions.eoffice.correcting import SuratMasukToCorrect, as_corrected
from functions.eoffice.disposisi import found_of_recipients, restate_disposisi, tree_of
from functions.eoffice.domain.same_letter import Registered
from functions.eoffice.domain.surat_masuk import LetterCancelled, LetterRead
from functions.eoffice.domain.tree import wanted_present
from functions.eoffice.letter_words import correct_letter_words, find_letter_words
from functions.eoffice.same_letters import SAME_LETTERS, same_letters
from functions.eoffice.subjects import as_subject
from functions.eoffice.surat_masuk import SURAT_MASUK, letter_of_desk, letter_task
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, restate
from shared.tasks.task import TaskKind
from shared.views.letters import LETTER_FACTS
from shared.views.subjects import SUBJECTS


@dataclass(frozen=True, slots=True)
class SuratMasukCorrected:
    """The book says so now; ``already`` when it did before."""

    version: int
    already: bool


@operation(permission=Permission.REGISTER_LETTERS, refuses=(RecordMissing, LetterCancelled, LetterRead, Stale))
def correct_surat_masuk(typed: SuratMasukToCorrect, ctx: Context) -> SuratMasukCorrected:
    """Correct a letter in the book of the caller's desk; to another post it goes only while nobody has opened it."""
    letter = letter_of_desk(typed.letter_id, ctx)
    version = ctx.version(SURAT_MASUK, letter.id)
    before = same_letters(letter.organisation_id, letter.says, ctx)
    same = same_letters(letter.organisation_id, typed.says, ctx)
    task = find_task(TaskKind.SURAT_MASUK, letter.id, ctx)
    tree = tree_of(letter, ctx)
    below = found_of_recipients(tree, ctx)
    told = ctx.find(LETTER_FACTS, letter.id, right_from="the letter")
    words = find_letter_words(letter, ctx)
    ctx.find(SUBJECTS, as_subject(letter).id, right_from="the letter")

    after = as_corrected(letter, typed, ctx)
    if after == letter:
        return SuratMasukCorrected(version, already=True)

    ctx.put(SURAT_MASUK, after, seen=typed.version)
    correct_letter_words(after, words, ctx)
    if same.id != before.id:
        ctx.put(SAME_LETTERS, before.without(letter.id))
        ctx.put(SAME_LETTERS, same.with_letter(Registered(letter.id, letter.nomor_agenda)))
    ctx.put(SUBJECTS, as_subject(after))
    restate(task, letter_task(after, ctx), ctx)
    restate_disposisi(after, below, ctx)
    ask_for_agendas(after, wanted_present(tree), version + 1, ctx, told=told)
    return SuratMasukCorrected(version + 1, already=False)
