"""Write the next rows of a file of employees into the directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.employees import decide
from functions.directory.import_files import load_rows
from shared.accounts.login import load_renaming, write_renaming
from shared.directory.numbers import load_numbers, write_numbers
from shared.directory.people import load_projections, write_person
from shared.events.directory import ImportApplyMoved
from shared.jobs.advance import MOST_WRITES, advance
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

if TYPE_CHECKING:
    from shared.jobs.job import Job, JobRow

_WRITES_FOR_ONE = 7  # the person, the standing, the card, the two numbers, an e-mail address that signs in
_ROWS_AT_ONCE = 25
assert _ROWS_AT_ONCE * _WRITES_FOR_ONE < MOST_WRITES  # noqa: S101 -- a chunk is one transaction


@reaction(to=ImportApplyMoved)
def write_employees(moved: ImportApplyMoved, ctx: Context) -> None:
    """Write what the next rows say. Each is decided anew, for the directory may have changed since the check."""

    def work(job: Job) -> list[JobRow]:
        rows = load_rows(moved.import_id, job.done, _ROWS_AT_ONCE, ctx.ports.documents)
        decided = [decide(row, ctx) for row in rows]
        changes = [
            (
                it.person,
                load_projections(it.person.id, ctx),
                load_numbers(it.before, it.person, ctx),
                load_renaming(it.before, it.person, ctx),
            )
            for it in decided
            if it.person
        ]

        for person, projections, numbers, renaming in changes:
            write_person(person, projections, ctx)
            write_numbers(numbers, ctx)
            write_renaming(renaming, ctx)
        return [it.line for it in decided]

    advance(moved, ctx, work)
