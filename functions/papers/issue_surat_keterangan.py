"""Issue a surat keterangan: its paper is made and kept, and its code tells whoever holds a copy that it is ours."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from functions.papers.domain.surat_keterangan import (
    AddressMissing,
    Issue,
    LetterOfAnother,
    SignerElsewhere,
    SuratKeterangan,
)
from functions.papers.issued import issued_paper
from functions.papers.records import SURAT_KETERANGAN
from functions.papers.surat_keterangan import on_paper, own_letter, require_address, require_signer
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.letters.surat_keterangan import content_sha256, render
from shared.papers import PAPERS, paper_code
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.register import NumberCancelled, RegisterState, find_entry, issue_number


@dataclass(frozen=True, slots=True)
class SuratKeteranganToIssue:
    """Which letter."""

    letter_id: str


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A letter that is to be made into paper under a code; None when it has been issued before."""

    letter: SuratKeterangan
    code: str | None


@dataclass(frozen=True, slots=True)
class Printed:
    """A letter and what its issuing fixes."""

    letter: SuratKeterangan
    issue: Issue | None


@dataclass(frozen=True, slots=True)
class SuratKeteranganIssued:
    """The letter is issued; ``already`` when it was before. ``code`` is what stands beside its QR code."""

    letter_id: str
    code: str
    already: bool


def print_letter(to_print: ToPrint, ctx: ReadContext) -> Printed:
    """Make the paper and keep it under a name of this attempt: of two at once, neither writes over the other's."""
    letter, code = to_print.letter, to_print.code
    if code is None:
        return Printed(letter, letter.issue)
    facts = content_sha256(on_paper(letter, None, ctx), letter.day(ctx.now))
    issue = Issue(code, ctx.now, facts, f"papers/{letter.id}/surat-keterangan-{code}.pdf", "")
    pdf = render(on_paper(letter, issue, ctx))
    ctx.ports.documents.save(issue.document, pdf)
    return Printed(letter, replace(issue, document_sha256=hashlib.sha256(pdf).hexdigest()))


def issue_letter(printed: Printed, ctx: Context) -> SuratKeteranganIssued:
    """Enter the letter as issued, unless somebody was faster or has cancelled it."""
    letter = own_letter(printed.letter.id, ctx)
    entry = find_entry(letter.entry, ctx)

    if letter.issue is not None or printed.issue is None:
        return SuratKeteranganIssued(letter.id, letter.issue.code if letter.issue else "", already=True)

    issue_number(entry, ctx)
    ctx.put(SURAT_KETERANGAN, replace(letter, issue=printed.issue))
    ctx.create(PAPERS, issued_paper(letter, printed.issue, demo=ctx.ports.demo))
    return SuratKeteranganIssued(letter.id, printed.issue.code, already=False)


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, LetterOfAnother, NumberCancelled, SignerElsewhere, AddressMissing),
    limit=PerActor(per_minute=20, burst=10),
    call=print_letter,
    complete=issue_letter,
)
def issue_surat_keterangan(which: SuratKeteranganToIssue, ctx: Context) -> ToPrint:
    """Issue a prepared letter: make its paper, keep a copy, and let its code be checked at /v."""
    letter = own_letter(which.letter_id, ctx)
    entry = find_entry(letter.entry, ctx)

    if entry.state in {RegisterState.ISSUED, RegisterState.WITHDRAWN}:
        return ToPrint(letter, None)
    if entry.state is RegisterState.CANCELLED:
        raise NumberCancelled(f"Alasan: {entry.reason}")
    require_signer(letter, ctx)
    require_address(ctx)
    return ToPrint(letter, paper_code(ctx.new_id()))
