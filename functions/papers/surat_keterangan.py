"""What the operations on surat keterangan share: from what is typed to a letter, and from a letter to paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.papers.domain.numbering import BOOKS, NumberedKind
from functions.papers.domain.surat_keterangan import (
    AddressMissing,
    DataChange,
    Employee,
    EmployeeElsewhere,
    LetterOfAnother,
    MaybeWords,
    NumberCodeMissing,
    Signer,
    SignerElsewhere,
    SuratKeterangan,
    Words,
    check_changes,
    require_employee,
)
from functions.papers.records import SURAT_KETERANGAN
from functions.papers.tables import NUMBER_PATTERNS
from shared.directory.standing import find_standing
from shared.letterheads import kop_of, number_code_of
from shared.letters import surat_keterangan as paper
from shared.letters.check_block import check_block
from shared.papers import check_address
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.register import Numbering
from shared.rules.calendar import long_date, wib_date
from shared.rules.pangkat import pangkat, pangkat_golongan
from shared.rules.signature import signature_lines
from shared.tables.rows import values_on
from shared.values import Text

if TYPE_CHECKING:
    from datetime import date

    from functions.papers.domain.surat_keterangan import Issue
    from shared.kernel.context import ReadContext

DRAFT_REFUSALS = (RecordMissing, EmployeeElsewhere, SignerElsewhere, NumberCodeMissing)


@dataclass(frozen=True, slots=True)
class SuratKeteranganPrepared:
    """The letter has its number; it is to be issued or cancelled."""

    letter_id: str
    number: str


@dataclass(frozen=True, slots=True)
class TypedSuratKeterangan:
    """Of whom what changed, on which basis, and who signs: ``in_name_of`` is who stands after a.n., ``through`` u.b."""

    person_id: str
    changes: tuple[DataChange, ...]
    basis: Words
    signer_id: str
    purpose: Annotated[str, Text(0, 200)] = ""
    in_name_of: MaybeWords = ""
    through: MaybeWords = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter without its number, and how it will be numbered."""

    letter: SuratKeterangan
    numbering: Numbering
    unit_code: str

    @property
    def title(self) -> str:
        """What the register says of it."""
        return f"Perubahan data {self.letter.employee.name}"


def draft(typed: TypedSuratKeterangan, letter_id: str, ctx: ReadContext) -> Draft:
    """Return the letter that is typed, of the caller's office. Raises the refusals of a draft.

    It gets no record that it would guard: a number is taken in a series, and a letter states what is known.
    """
    check_changes(typed.changes)
    employee, signer = _employee(typed.person_id, ctx), _signer(typed, ctx)
    signature_lines(signer.title, signer.in_name_of, signer.through)
    unit_code = number_code_of(ctx.actor.organisation_path, ctx)
    if not unit_code:
        raise NumberCodeMissing("Isi kode unit pada halaman Identitas, lalu ulangi.")
    rows = {it.kind: it for it in values_on(wib_date(ctx.now), NUMBER_PATTERNS, ctx)}
    row = rows[NumberedKind.SURAT_KETERANGAN]
    letter = SuratKeterangan(
        id=letter_id,
        entry="",
        number="",
        organisation_path=ctx.actor.organisation_path,
        organisation_name=ctx.actor.organisation_name,
        employee=employee,
        changes=typed.changes,
        basis=typed.basis,
        purpose=typed.purpose,
        signer=signer,
        prepared_at=ctx.now,
    )
    return Draft(letter, Numbering(BOOKS[row.kind], row.classification, row.pattern), unit_code)


def own_letter(letter_id: str, ctx: ReadContext) -> SuratKeterangan:
    """Return a letter of the caller's own office. Raises RecordMissing, and LetterOfAnother for who only sees it."""
    letter = ctx.get(SURAT_KETERANGAN, letter_id)
    if letter.organisation_path[0] != ctx.actor.organisation_id:
        raise LetterOfAnother(f"Minta administrator {letter.organisation_name}.")
    return letter


def on_paper(letter: SuratKeterangan, issue: Issue | None, ctx: ReadContext) -> paper.SuratKeterangan:
    """Return the paper: a draft until it is issued; an issued one is dated by its issuing, so it prints alike."""
    employee, signer = letter.employee, letter.signer
    return paper.SuratKeterangan(
        kop=kop_of(letter.organisation_path[0], letter.organisation_name, ctx),
        number=letter.number,
        employee=paper.EmployeeOnPaper(
            employee.name,
            employee.nip or "",
            pangkat_golongan(employee.golongan),
            employee.position_title,
            employee.organisation_name,
        ),
        changes=[paper.ChangeOnPaper(it.label, it.before, it.after) for it in letter.changes],
        basis=letter.basis,
        purpose=letter.purpose,
        signer=paper.SignerOnPaper(
            signer.name,
            signer.nip or "",
            pangkat(signer.golongan),
            signer.title,
            signature_lines(signer.title, signer.in_name_of, signer.through),
        ),
        issued=paper.Issuance(letter.day(issue.issued_at), issue.content_sha256) if issue else None,
        check=check_block(issue.code, ctx.ports.public_url, demo=ctx.ports.demo) if issue else None,
        made_at=issue.issued_at if issue else ctx.now,
        demo=ctx.ports.demo,
    )


def require_address(ctx: ReadContext) -> None:
    """Refuse a paper with a QR code where the portal's address leads nobody but this machine to what it names."""
    if check_address("any", ctx.ports.public_url, demo=ctx.ports.demo) is None:
        raise AddressMissing("Naskah ber-QR baru terbit setelah alamat portal ditetapkan. Hubungi Diskominfo.")


def require_signer(letter: SuratKeterangan, ctx: ReadContext) -> None:
    """Refuse a letter whose signer has left the post since it was prepared."""
    held = ctx.directory.positions_of(letter.signer.person_id)
    if all(it.position_id != letter.signer.position_id for it in held):
        raise SignerElsewhere(
            f"{letter.signer.name} tidak lagi memegang jabatan {letter.signer.title}. Batalkan, lalu buat yang baru."
        )


def require_signer_on(signer: Signer, day: date, ctx: ReadContext) -> None:
    """Refuse a letter of an earlier day whose signer did not hold the post on it."""
    standing = find_standing(ctx.ports.cached, signer.person_id, ctx.now)
    if standing is None or all(it.position_id != signer.position_id for it in standing.on(day)):
        raise SignerElsewhere(f"{signer.name} tidak memegang jabatan {signer.title} pada {long_date(day)}.")


def _employee(person_id: str, ctx: ReadContext) -> Employee:
    person = ctx.directory.person(person_id)
    if person is None:
        raise RecordMissing("Pilih pegawai dari hasil pencarian.")
    held = ctx.directory.positions_of(person_id)
    require_employee(
        ctx.actor.organisation_id,
        tuple(it.organisation_path for it in held),
        manages_all=Permission.MANAGE_DIRECTORY in ctx.actor.permissions,
    )
    title, office = (held[0].position_title, held[0].organisation_name) if held else ("", "")
    return Employee(person.id, person.name, person.nip, person.golongan, title, office)


def _signer(typed: TypedSuratKeterangan, ctx: ReadContext) -> Signer:
    person = ctx.directory.person(typed.signer_id)
    if person is None:
        raise RecordMissing("Pilih penanda tangan dari hasil pencarian.")
    held = [it for it in ctx.directory.positions_of(person.id) if it.organisation_id in ctx.actor.organisation_path]
    if not held:
        raise SignerElsewhere("Pilih pejabat yang memegang jabatan di OPD Anda atau di atasnya.")
    post = held[0]
    return Signer(
        person.id,
        post.position_id,
        person.name,
        person.nip,
        person.golongan,
        post.position_title,
        typed.in_name_of,
        typed.through,
    )
