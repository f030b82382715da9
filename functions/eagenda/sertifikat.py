"""Certificates as operations get them: their lists, and what the paper states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.sertifikat import Sertifikat, SertifikatIssue
from functions.eagenda.records import participation_key
from shared.kernel.collections import ListQuery, TypedCollection
from shared.letterheads import kop_of
from shared.letters import sertifikat as paper
from shared.letters.check_block import check_block
from shared.papers import Fact, Paper, PaperKind
from shared.rules.calendar import long_date, wib_date
from shared.values import NIP_MASK
from shared.views.subjects import Subject, subject_id

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.sitting import Sitting
    from shared.kernel.context import ReadContext
    from shared.letters.kop import Kop

RIGHT = "the agenda whose certificates they are"
_KINDS = {AgendaKind.BIMTEK: "Bimbingan Teknis", AgendaKind.SOSIALISASI: "Sosialisasi"}

OF_AGENDA_BY_WORD = ListQuery(equal=("agenda_id",), order="place", contains_any="words")
OF_AGENDA_BY_PLACE = ListQuery(equal=("agenda_id",), order="place")
OF_PERSON_NEWEST = ListQuery(equal=("person_id",), order="issued_at", descending=True)
SERTIFIKAT_ISSUES = TypedCollection(
    "sertifikat_issues", SertifikatIssue, key=lambda it: it.agenda_id, matter=lambda it: it.agenda_id
)
SERTIFIKAT = TypedCollection(
    "sertifikat",
    Sertifikat,
    key=lambda it: participation_key(it.agenda_id, it.person_id),
    matter=lambda it: it.agenda_id,
    queries=(OF_AGENDA_BY_PLACE, OF_AGENDA_BY_WORD, OF_PERSON_NEWEST),
)


def last_sitting(agenda: Agenda) -> Sitting | None:
    """Return the sitting whose list has all who may get a certificate; None where the agenda has one list."""
    return agenda.sittings[-1] if agenda.sittings else None


def kop_for(agenda: Agenda, ctx: ReadContext) -> Kop:
    """Return the letterhead of the office that held the meeting."""
    return kop_of(agenda.organiser.organisation_id, agenda.organiser.organisation_name, ctx)


def on_paper(
    agenda: Agenda, issue: SertifikatIssue, own: Sertifikat, kop: Kop, ctx: ReadContext
) -> paper.SertifikatPaper:
    """Return the paper of a person's certificate; it is dated by its issuing."""
    signer = issue.signer
    return paper.SertifikatPaper(
        kop=kop,
        number=own.number,
        holder=paper.HolderOnPaper(own.name, own.nip or "", own.position, own.organisation),
        kind=_KINDS[agenda.kind],
        title=agenda.title,
        place=agenda.place,
        first_day=wib_date(agenda.starts_at),
        last_day=wib_date(agenda.ends_at),
        organisation_name=agenda.organiser.organisation_name,
        subjects=[paper.SubjectOnPaper(it.title, it.hours) for it in issue.subjects],
        signer=paper.CertifierOnPaper(signer.name, signer.nip or "", signer.rank, signer.title),
        issued_at=issue.issued_at,
        content_sha256=own.sha256,
        check=check_block(own.code, ctx.ports.public_url, demo=ctx.ports.demo),
        demo=ctx.ports.demo,
    )


def issued(agenda: Agenda, issue: SertifikatIssue, own: Sertifikat, *, demo: bool) -> Paper:
    """Return what whoever holds the certificate is told of it: the name, lest somebody puts their own in its place."""
    return Paper(
        code=own.code,
        kind=PaperKind.SERTIFIKAT,
        title=agenda.title,
        organisation_name=agenda.organiser.organisation_name,
        signer_name=issue.signer.name,
        signer_position=issue.signer.title,
        issued_at=issue.issued_at,
        version=1,
        content_sha256=own.sha256,
        document="",  # it is made when somebody asks for it
        facts=(
            Fact("Nomor", own.number),
            Fact("Nama", own.name),
            *((Fact("NIP", NIP_MASK.mask(own.nip)),) if own.nip else ()),
            Fact("Tanggal kegiatan", long_date(wib_date(agenda.starts_at))),
            Fact("Lama", f"{issue.hours} jam pelajaran (JP)"),
            Fact("Tanda tangan", "Dibubuhkan dengan tangan pada naskah asli, bukan tanda tangan elektronik"),
        ),
        demo=demo,
    )


def as_subject(agenda: Agenda) -> Subject:
    """Return an agenda's certificates as notices name them."""
    return Subject(subject_id("sertifikat", agenda.id), agenda.title, "/profil#sertifikat")
