"""Giving certificates: what each states, and its line in the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.sertifikat import award
from functions.eagenda.records import participation_key
from functions.eagenda.sertifikat import (
    SERTIFIKAT,
    kop_for,
    on_paper,
)
from shared.directory.words import beginnings
from shared.jobs.job import JobRow, RowVerdict
from shared.kernel.context import Context
from shared.letters.sertifikat import content_sha256
from shared.papers import paper_code
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendee
    from functions.eagenda.domain.sertifikat import Sertifikat, SertifikatIssue


_RIGHT = "the job's own event"


def has_one(agenda: Agenda, attendee: Attendee, ctx: Context) -> bool:
    """Return whether somebody has a certificate of this agenda."""
    return ctx.find(SERTIFIKAT, participation_key(agenda.id, attendee.person_id), right_from=_RIGHT) is not None


def award_all(
    agenda: Agenda, issue: SertifikatIssue, new: dict[str, Attendee], ctx: Context
) -> tuple[dict[str, Sertifikat], SertifikatIssue]:
    """Return the certificate of each of these, and the issue with the last place that was taken."""
    kop, held_on = kop_for(agenda, ctx), wib_date(agenda.starts_at)
    given: dict[str, Sertifikat] = {}
    for person_id, attendee in new.items():
        own = award(issue, agenda, held_on, attendee, paper_code(ctx.new_id()))
        words = beginnings((own.name, own.organisation), (own.nip,) if own.nip else ())
        sha256 = content_sha256(on_paper(agenda, issue, own, kop, ctx))
        given[person_id] = replace(own, sha256=sha256, words=words)
        issue = replace(issue, last=own.place)
    return given, issue


def report_line(number: int, attendee: Attendee, given: dict[str, Sertifikat], whole: set[str]) -> JobRow:
    """Return what the report says of somebody who was present."""
    own = given.get(attendee.person_id)
    if own is not None:
        return JobRow(number, attendee.name, RowVerdict.CREATED, own.number)
    why = "Sudah punya sertifikat." if attendee.person_id in whole else "Tidak hadir pada semua sesi."
    return JobRow(number, attendee.name, RowVerdict.UNCHANGED, why)
