"""Take back the entry of a letter that nobody has opened: its scan waits on the desk again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.eoffice.domain.handling import cancelled
from functions.eoffice.domain.letter_scan import LetterScanState, back_on_desk
from functions.eoffice.domain.reading import Read
from functions.eoffice.domain.surat_masuk import LetterRead, LetterState
from functions.eoffice.letter_scans import LETTER_SCANS, scan_of_desk
from functions.eoffice.letter_words import correct_letter_words, find_letter_words
from functions.eoffice.same_letters import SAME_LETTERS, same_letters
from functions.eoffice.surat_masuk import SURAT_MASUK, letter_of_desk
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, withdraw
from shared.tasks.task import TaskKind
from shared.values import Text


@dataclass(frozen=True, slots=True)
class SuratMasukToCancel:
    """Which entry, and why."""

    letter_id: str
    reason: Annotated[str, Text(3, 200)]


@dataclass(frozen=True, slots=True)
class SuratMasukCancelled:
    """The entry is taken back; ``already`` when it was before. Its scan waits on the desk."""

    scan_id: str
    already: bool


@operation(permission=Permission.REGISTER_LETTERS, refuses=(RecordMissing, LetterRead))
def cancel_surat_masuk(typed: SuratMasukToCancel, ctx: Context) -> SuratMasukCancelled:
    """Take back an entry of the caller's desk; its agenda number stays in the book, as one that was cancelled."""
    letter = letter_of_desk(typed.letter_id, ctx)
    same = same_letters(letter.organisation_id, letter.says, ctx)
    scan = scan_of_desk(letter.file.id, ctx)
    task = find_task(TaskKind.SURAT_MASUK, letter.id, ctx)
    words = find_letter_words(letter, ctx)

    already = letter.state is LetterState.CANCELLED
    after = cancelled(letter, typed.reason)
    if already:
        return SuratMasukCancelled(scan.id, already)

    says = letter.says
    read = Read(
        says.sender, says.number, says.dated_on, says.hal, says.lampiran, says.sifat, says.urgensi, says.klasifikasi
    )
    ctx.put(SURAT_MASUK, after)
    correct_letter_words(after, words, ctx)
    ctx.put(SAME_LETTERS, replace(same, letters=tuple(it for it in same.letters if it.letter_id != letter.id)))
    if scan.state is LetterScanState.REGISTERED:
        ctx.put(LETTER_SCANS, back_on_desk(scan, letter.file.name, read, ctx.now))
    withdraw(task, ctx)
    return SuratMasukCancelled(scan.id, already)
