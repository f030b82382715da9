"""Hand a letter down to those who deal with it: by disposisi, each recipient with a task of their own."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.agenda_asked import ask_for_agendas
from functions.eoffice.disposisi import DISPOSISI, disposisi_task, tree_of
from functions.eoffice.domain.below import NotBelow, require_below
from functions.eoffice.domain.disposisi import NotInHand, Recipient, check_given, forwarded
from functions.eoffice.domain.handling import disposed
from functions.eoffice.domain.phrase import require_known
from functions.eoffice.domain.surat_masuk import LetterCancelled, LetterDone, NotAddressee
from functions.eoffice.domain.tree import wanted_present
from functions.eoffice.giver import giver_of
from functions.eoffice.giving import DisposisiToGive, given_by
from functions.eoffice.letter_words import find_letter_words, keep_letter_words
from functions.eoffice.phrases import phrases_today
from functions.eoffice.subjects import as_subject
from functions.eoffice.subordinates import rung_of, subordinates
from functions.eoffice.surat_masuk import SURAT_MASUK, letter_to_read
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.tasks.ask import ask, find_task, settle
from shared.views.letters import LETTER_FACTS


@dataclass(frozen=True, slots=True)
class DisposisiGiven:
    """The letter is with so many recipients."""

    disposisi_id: str
    recipients: int


@operation(
    permission=SIGNED_IN, refuses=(RecordMissing, NotAddressee, NotInHand, NotBelow, LetterCancelled, LetterDone)
)
def give_disposisi(typed: DisposisiToGive, ctx: Context) -> DisposisiGiven:
    """Hand a letter that the caller has in hand down to posts below theirs."""
    letter = letter_to_read(typed.letter_id, ctx)
    tree = tree_of(letter, ctx)
    giver = giver_of(letter, tree, typed.disposisi_id, ctx)
    version = ctx.version(SURAT_MASUK, letter.id)
    task = find_task(giver.task_kind, giver.task_subject, ctx)
    words = find_letter_words(letter, ctx)
    told = ctx.find(LETTER_FACTS, letter.id, right_from="the letter")

    check_given(typed.phrases, typed.note, typed.due, typed.recipient_ids, wib_date(ctx.now))
    phrases = require_known(phrases_today(ctx), typed.phrases)
    rungs = require_below(subordinates(rung_of(giver.position_id, ctx), ctx), typed.recipient_ids)
    recipients = tuple(Recipient(it.position_id, it.title) for it in rungs)
    given = given_by(giver, typed, recipients, phrases, ctx)
    after = disposed(letter, tree, given, ctx.now)

    ctx.put(SURAT_MASUK, after)
    keep_letter_words(after, words, ctx)
    ctx.create(DISPOSISI, given)
    if giver.given and giver.recipient:
        ctx.put(DISPOSISI, giver.given.with_recipient(forwarded(giver.recipient, giver.name, ctx.now)))
    settle(task, ctx, subject_id=as_subject(letter).id)
    for it in recipients:
        ask(disposisi_task(letter, given, it.position_id, ctx), ctx)
    if given.asks_attendance:
        ask_for_agendas(letter, wanted_present([given]), version + 1, ctx, told=told)
    return DisposisiGiven(given.id, len(recipients))
