"""How a surat keterangan is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.papers.domain.surat_keterangan import DataChange, SuratKeterangan
from shared.kernel.context import ReadContext
from shared.papers import write_code
from shared.register import RegisterEntry, RegisterState
from shared.rules.signature import signature_lines
from shared.values import Instant, Nip


@dataclass(frozen=True, slots=True)
class ShownSuratKeterangan:
    """The letter; ``code`` and the hashes are empty until it is issued.

    ``changed_at`` is when the state came to be what it is, ``issued_at`` stays; ``reason`` says why it was cancelled or
    withdrawn, ``dated_on`` and ``insert_reason`` stand on one that is dated back.
    """

    letter_id: str
    number: str
    state: RegisterState
    organisation_name: str
    is_own: bool
    employee_name: str
    employee_nip: Nip | None
    employee_position: str
    employee_organisation: str
    changes: tuple[DataChange, ...]
    basis: str
    purpose: str
    signer_name: str
    signature_lines: tuple[str, ...]
    prepared_at: Instant
    prepared_by: str
    issued_at: Instant | None
    changed_at: Instant | None
    changed_by: str
    reason: str
    dated_on: date | None
    insert_reason: str
    code: str
    content_sha256: str
    document_sha256: str


def shown_letter(letter: SuratKeterangan, entry: RegisterEntry, ctx: ReadContext) -> ShownSuratKeterangan:
    """Return a letter with what the register says of its number."""
    employee, signer, issue = letter.employee, letter.signer, letter.issue
    return ShownSuratKeterangan(
        letter_id=letter.id,
        number=letter.number,
        state=entry.state,
        organisation_name=letter.organisation_name,
        is_own=letter.organisation_path[0] == ctx.actor.organisation_id,
        employee_name=employee.name,
        employee_nip=employee.nip,
        employee_position=employee.position_title,
        employee_organisation=employee.organisation_name,
        changes=letter.changes,
        basis=letter.basis,
        purpose=letter.purpose,
        signer_name=signer.name,
        signature_lines=signature_lines(signer.title, signer.in_name_of, signer.through),
        prepared_at=letter.prepared_at,
        prepared_by=ctx.directory.person_name(entry.taken_by),
        issued_at=issue.issued_at if issue else None,
        changed_at=entry.changed_at,
        changed_by=ctx.directory.person_name(entry.changed_by) if entry.changed_by else "",
        reason=entry.reason,
        dated_on=letter.dated_on,
        insert_reason=entry.insert_reason,
        code=write_code(issue.code) if issue else "",
        content_sha256=issue.content_sha256 if issue else "",
        document_sha256=issue.document_sha256 if issue else "",
    )
