"""Withdraw an issued surat keterangan: whoever checks a copy is told that it no longer holds, since when and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.papers.domain.surat_keterangan import LetterOfAnother
from functions.papers.surat_keterangan import own_letter
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.papers import PAPERS, Withdrawal, write_code
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.register import NumberCancelled, NumberNotIssued, RegisterState, find_entry, require_issued, withdraw_number
from shared.rules.notice import NoticeKind
from shared.values import Text
from shared.views.subjects import SUBJECTS, Subject, subject_id

_RIGHT = "the letter that the paper is of"


@dataclass(frozen=True, slots=True)
class SuratKeteranganToWithdraw:
    """Which letter, and why it no longer holds: this is told to whoever checks a copy."""

    letter_id: str
    reason: Annotated[str, Text(5, 200)]


@dataclass(frozen=True, slots=True)
class SuratKeteranganWithdrawn:
    """The letter no longer holds; ``already`` when it was withdrawn before."""

    already: bool


@operation(
    permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing, LetterOfAnother, NumberCancelled, NumberNotIssued)
)
def withdraw_surat_keterangan(which: SuratKeteranganToWithdraw, ctx: Context) -> SuratKeteranganWithdrawn:
    """Withdraw an issued letter of the caller's office; its number stays, and the employee is told."""
    letter = own_letter(which.letter_id, ctx)
    entry = find_entry(letter.entry, ctx)
    if entry.state is RegisterState.WITHDRAWN:
        return SuratKeteranganWithdrawn(already=True)
    require_issued(entry)
    paper = ctx.get(PAPERS, letter.issue.code if letter.issue else "", right_from=_RIGHT)
    subject = Subject(
        subject_id("surat_keterangan", letter.id),
        f"Surat keterangan {letter.number}",
        f"/v/{write_code(paper.code)}",
    )
    ctx.find(SUBJECTS, subject.id, right_from=_RIGHT)

    withdraw_number(entry, which.reason, ctx)
    ctx.put(PAPERS, replace(paper, withdrawal=Withdrawal(ctx.now, which.reason)))
    ctx.put(SUBJECTS, subject)
    request_notices(NoticeKind.LETTER_WITHDRAWN, subject.id, [letter.employee.person_id], ctx)
    return SuratKeteranganWithdrawn(already=False)
