"""Write the next of the organisations that come with the release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.known_organisations import known_organisations
from functions.directory.managed import RIGHT
from shared.directory.model import ORGANISATIONS
from shared.events.directory import OrganisationsFillMoved
from shared.jobs.advance import advance
from shared.jobs.job import JobRow, RowVerdict
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

if TYPE_CHECKING:
    from shared.jobs.job import Job

_AT_ONCE = 100


@reaction(to=OrganisationsFillMoved)
def write_organisations(moved: OrganisationsFillMoved, ctx: Context) -> None:
    """Add the next organisations that are not there yet."""

    def work(job: Job) -> list[JobRow]:
        known = list(enumerate(known_organisations(), 1))[job.done : min(job.done + _AT_ONCE, job.total)]
        missing = {it.id for _, it in known if ctx.find(ORGANISATIONS, it.id, right_from=RIGHT) is None}

        for _, organisation in known:
            if organisation.id in missing:
                ctx.put(ORGANISATIONS, organisation)
        return [
            JobRow(number, it.name, RowVerdict.CREATED if it.id in missing else RowVerdict.UNCHANGED)
            for number, it in known
        ]

    advance(moved, ctx, work)
