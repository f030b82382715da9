"""Issuing certificates: who signs, how they are numbered, and the job that writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.attended import attended_whole
from functions.eagenda.domain.sertifikat import (
    KodeUnitMissing,
    SertifikatIssue,
    SertifikatSigner,
    SignerNotHere,
    Subject,
)
from functions.eagenda.present_counts import present_in_order
from functions.eagenda.records import ATTENDANCE
from functions.eagenda.sertifikat import RIGHT, SERTIFIKAT_ISSUES, last_sitting
from functions.eagenda.tables import SERTIFIKAT_NUMBERING
from shared.events.eagenda_follow_up import SertifikatMoved
from shared.jobs.advance import start
from shared.jobs.job import Job
from shared.kernel.context import Context, ReadContext
from shared.letterheads import number_code_of
from shared.register import Numbering, entry_key, take_number
from shared.rules.calendar import wib_date
from shared.rules.pangkat import pangkat
from shared.tables.rows import value_on

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda


BOOK = "surat-keluar"  # that of the office's letters: one series, in which no two bear one number


@dataclass(frozen=True, slots=True)
class SertifikatToIssue:
    """Of which agenda, what was taught, and who signs."""

    agenda_id: str
    subjects: tuple[Subject, ...]
    signer_id: str


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to be issued, unless it has been before."""

    asked: SertifikatToIssue
    title: str
    present_count: int
    is_issued: bool


@dataclass(frozen=True, slots=True)
class Numbered:
    """What is to be issued, how it is numbered, and who signs."""

    planned: Planned
    numbering: Numbering
    unit_code: str
    signer: SertifikatSigner | None


@dataclass(frozen=True, slots=True)
class SertifikatIssuing:
    """The job that writes them; ``already`` when they were issued before."""

    job_id: str
    number: str
    already: bool


def find_signer(planned: Planned, ctx: ReadContext) -> Numbered:
    """Return who signs and how the certificates are numbered. Nothing of it is guarded: it states what is known."""
    row = value_on(wib_date(ctx.now), SERTIFIKAT_NUMBERING, ctx)
    numbering = Numbering(BOOK, row.classification, row.pattern)
    unit_code = number_code_of(ctx.actor.organisation_path, ctx)
    person = ctx.directory.person(planned.asked.signer_id)
    held = ctx.directory.positions_of(person.id) if person else ()
    post = next((it for it in held if it.organisation_id in ctx.actor.organisation_path), None)
    signer = (
        SertifikatSigner(person.id, person.name, person.nip, pangkat(person.golongan), post.position_title)
        if person and post
        else None
    )
    return Numbered(planned, numbering, unit_code, signer)


def take_in(numbered: Numbered, ctx: Context) -> SertifikatIssuing:
    """Take the number and start the job, unless somebody was faster: all that is got here is written."""
    planned, signer, agenda_id = numbered.planned, numbered.signer, numbered.planned.asked.agenda_id
    if not (planned.is_issued or numbered.unit_code):
        raise KodeUnitMissing("Minta administrator OPD mengisi kode unit pada halaman Identitas, lalu ulangi.")
    if not (planned.is_issued or signer):
        raise SignerNotHere("Pilih pejabat yang memegang jabatan di OPD Anda atau di atasnya.")
    found = ctx.find(SERTIFIKAT_ISSUES, agenda_id, right_from=RIGHT)
    if found is not None or signer is None:
        issued = found or ctx.get(SERTIFIKAT_ISSUES, agenda_id, right_from=RIGHT)
        ctx.put(SERTIFIKAT_ISSUES, issued)
        return SertifikatIssuing(issued.job_id, issued.number, already=True)
    job_id = ctx.new_id()
    page = f"/agenda/{agenda_id}/sertifikat"

    title = f"Sertifikat: {planned.title}"
    entry = take_number(numbered.numbering, numbered.unit_code, title, agenda_id, ctx, page=page)
    issue = SertifikatIssue(
        agenda_id=agenda_id,
        entry=entry_key(entry.series_id, entry.serial),
        classification=numbered.numbering.classification,
        pattern=numbered.numbering.pattern,
        serial=entry.serial,
        unit_code=numbered.unit_code,
        day=wib_date(ctx.now),
        subjects=planned.asked.subjects,
        signer=signer,
        issued_at=ctx.now,
        job_id=job_id,
    )
    ctx.put(SERTIFIKAT_ISSUES, issue)
    job = Job(job_id, ctx.actor.id, title, page, planned.present_count, ctx.now, ctx.now, is_cancellable=False)
    start(job, SertifikatMoved(job_id, 0, agenda_id, ""), ctx)
    return SertifikatIssuing(job_id, issue.number, already=False)


def somebody_attended_whole(agenda: Agenda, ctx: ReadContext) -> bool:
    """Return whether there is one to give a certificate to; mostly the first who came to the last sitting is."""
    order, equal = present_in_order(agenda, last_sitting(agenda))
    cursor: str | None = None
    while True:
        page = ctx.list(ATTENDANCE, order, equal=equal, cursor=cursor, right_from=RIGHT)
        if any(attended_whole(agenda, it.attendee.person_id, ctx, RIGHT) for _, it in page.items):
            return True
        cursor = page.next_cursor
        if cursor is None:
            return False
