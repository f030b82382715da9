"""List the certificates of an agenda, for those who run it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.listed_sertifikat import ListedSertifikat, listed
from functions.eagenda.sertifikat import OF_AGENDA_BY_PLACE, RIGHT, SERTIFIKAT, SERTIFIKAT_ISSUES
from shared.jobs.job import JOBS, Job
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class WhichSertifikat:
    """Of which agenda; the cursor continues an earlier answer."""

    agenda_id: str
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedSertifikats:
    """A part of the list in the order of their numbers; without a number none were issued yet.

    ``job`` writes them, also when a colleague started it.
    """

    number: str
    signer: str
    hours: int
    issued_count: int
    job: Job | None
    items: tuple[ListedSertifikat, ...]
    next_cursor: str | None


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def list_sertifikat(which: WhichSertifikat, ctx: ReadContext) -> ListedSertifikats:
    """List the certificates of an agenda that the caller's office runs."""
    agenda = organised_agenda(which.agenda_id, ctx)
    issue = ctx.find(SERTIFIKAT_ISSUES, agenda.id, right_from=RIGHT)
    if issue is None:
        return ListedSertifikats("", "", 0, 0, None, (), None)
    job = ctx.find(JOBS, issue.job_id, right_from=RIGHT)
    issue = ctx.get(SERTIFIKAT_ISSUES, agenda.id, right_from=RIGHT)  # anew: an ended job has counted all
    page = ctx.list(SERTIFIKAT, OF_AGENDA_BY_PLACE, equal=(agenda.id,), cursor=which.cursor, right_from=RIGHT)

    signer = f"{issue.signer.name}, {issue.signer.title}"
    items = tuple(listed(it) for _, it in page.items)
    return ListedSertifikats(issue.number, signer, issue.hours, issue.last, job, items, page.next_cursor)
