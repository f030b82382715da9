"""Write the next certificates of an agenda."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.attended import attended_whole
from functions.eagenda.domain.sertifikat import award
from functions.eagenda.present_counts import present_in_order
from functions.eagenda.records import AGENDAS, ATTENDANCE, participation_key
from functions.eagenda.sertifikat import (
    SERTIFIKAT,
    SERTIFIKAT_ISSUES,
    as_subject,
    issued,
    kop_for,
    last_sitting,
    on_paper,
)
from shared.directory.words import beginnings
from shared.events.eagenda_follow_up import SertifikatMoved
from shared.jobs.advance import Chunk, advance
from shared.jobs.job import JobRow, RowVerdict
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.letters.sertifikat import content_sha256
from shared.notices.request import request_notices
from shared.papers import PAPERS, paper_code
from shared.register import RegisterState, find_entry, issue_number
from shared.rules.calendar import wib_date
from shared.rules.notice import NoticeKind
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendee
    from functions.eagenda.domain.sertifikat import Sertifikat, SertifikatIssue
    from shared.jobs.job import Job

_RIGHT = "the job's own event"
_AT_ONCE = 80  # two writes each


@reaction(to=SertifikatMoved)
def write_sertifikat(moved: SertifikatMoved, ctx: Context) -> None:
    """Give the next of those present their certificate; who has one already keeps it, and nobody is told twice.

    Of an agenda with sittings the list of the last one is gone through, and whoever missed an earlier one gets none.
    """

    def work(job: Job) -> Chunk:
        agenda = ctx.get(AGENDAS, moved.agenda_id, right_from=_RIGHT)
        issue = ctx.get(SERTIFIKAT_ISSUES, agenda.id, right_from=_RIGHT)
        entry = find_entry(issue.entry, ctx)
        order, equal = present_in_order(agenda, last_sitting(agenda))
        page = ctx.list(
            ATTENDANCE,
            order,
            equal=equal,
            cursor=moved.cursor or None,
            limit=_AT_ONCE,
            right_from=_RIGHT,
        )
        present = [it.attendee for _, it in page.items]
        whole = {it.person_id for it in present if attended_whole(agenda, it.person_id, ctx, _RIGHT)}
        new = {it.person_id: it for it in present if it.person_id in whole and not _has_one(agenda, it, ctx)}
        subject = as_subject(agenda)
        ctx.find(SUBJECTS, subject.id, right_from=_RIGHT)
        given, after = _award(agenda, issue, new, ctx)

        if entry.state is RegisterState.TAKEN:
            issue_number(entry, ctx)
        ctx.put(SERTIFIKAT_ISSUES, after)
        ctx.put(SUBJECTS, subject)
        for it in given.values():
            ctx.create(SERTIFIKAT, it)
            ctx.create(PAPERS, issued(agenda, issue, it, demo=ctx.ports.demo))
        request_notices(NoticeKind.SERTIFIKAT_ISSUED, subject.id, given, ctx)
        rows = [_line(number, it, given, whole) for number, it in enumerate(present, job.done + 1)]
        done = job.done + len(rows)
        total = max(job.total, done + 1) if page.next_cursor else done
        return Chunk(rows, 0, total, replace(moved, cursor=page.next_cursor or ""))

    advance(moved, ctx, work)


def _has_one(agenda: Agenda, attendee: Attendee, ctx: Context) -> bool:
    return ctx.find(SERTIFIKAT, participation_key(agenda.id, attendee.person_id), right_from=_RIGHT) is not None


def _award(
    agenda: Agenda, issue: SertifikatIssue, new: dict[str, Attendee], ctx: Context
) -> tuple[dict[str, Sertifikat], SertifikatIssue]:
    kop, held_on = kop_for(agenda, ctx), wib_date(agenda.starts_at)
    given: dict[str, Sertifikat] = {}
    for person_id, attendee in new.items():
        own = award(issue, agenda, held_on, attendee, paper_code(ctx.new_id()))
        words = beginnings((own.name, own.organisation), (own.nip,) if own.nip else ())
        sha256 = content_sha256(on_paper(agenda, issue, own, kop, ctx))
        given[person_id] = replace(own, sha256=sha256, words=words)
        issue = replace(issue, last=own.place)
    return given, issue


def _line(number: int, attendee: Attendee, given: dict[str, Sertifikat], whole: set[str]) -> JobRow:
    own = given.get(attendee.person_id)
    if own is not None:
        return JobRow(number, attendee.name, RowVerdict.CREATED, own.number)
    why = "Sudah punya sertifikat." if attendee.person_id in whole else "Tidak hadir pada semua sesi."
    return JobRow(number, attendee.name, RowVerdict.UNCHANGED, why)
