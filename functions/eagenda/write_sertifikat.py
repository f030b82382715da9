"""Write the next certificates of an agenda."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.attended import attended_whole
from functions.eagenda.awarding_sertifikat import award_all, has_one, report_line
from functions.eagenda.present_counts import present_in_order
from functions.eagenda.records import AGENDAS, ATTENDANCE
from functions.eagenda.sertifikat import (
    SERTIFIKAT,
    SERTIFIKAT_ISSUES,
    as_subject,
    issued,
    last_sitting,
)
from shared.events.eagenda_follow_up import SertifikatMoved
from shared.jobs.advance import Chunk, advance
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.papers import PAPERS
from shared.register import RegisterState, find_entry, issue_number
from shared.rules.notice import NoticeKind
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
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
        new = {it.person_id: it for it in present if it.person_id in whole and not has_one(agenda, it, ctx)}
        subject = as_subject(agenda)
        ctx.find(SUBJECTS, subject.id, right_from=_RIGHT)
        given, after = award_all(agenda, issue, new, ctx)

        if entry.state is RegisterState.TAKEN:
            issue_number(entry, ctx)
        ctx.put(SERTIFIKAT_ISSUES, after)
        ctx.put(SUBJECTS, subject)
        for it in given.values():
            ctx.create(SERTIFIKAT, it)
            ctx.create(PAPERS, issued(agenda, issue, it, demo=ctx.ports.demo))
        request_notices(NoticeKind.SERTIFIKAT_ISSUED, subject.id, given, ctx)
        rows = [report_line(number, it, given, whole) for number, it in enumerate(present, job.done + 1)]
        done = job.done + len(rows)
        total = max(job.total, done + 1) if page.next_cursor else done
        return Chunk(rows, 0, total, replace(moved, cursor=page.next_cursor or ""))

    advance(moved, ctx, work)
