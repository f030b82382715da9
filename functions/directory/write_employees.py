"""Write the next rows of a file of employees into the directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.employee_posts import Placed, Placement, load_placed, write_placed
from functions.directory.employees import decide
from functions.directory.import_files import load_rows
from shared.accounts.login import load_renaming, write_renaming
from shared.directory.numbers import load_numbers, write_numbers
from shared.directory.people import Projections, load_projections, write_person
from shared.events.directory import ImportApplyMoved
from shared.jobs.advance import MOST_WRITES, advance
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

if TYPE_CHECKING:
    from shared.directory.model import Person
    from shared.jobs.job import Job, JobRow

# The person, the standing, the card, the two numbers, an e-mail address that signs in; the post, its seat and the
# appointment.
_WRITES_FOR_ONE = 10
_ROWS_AT_ONCE = 16
assert _ROWS_AT_ONCE * _WRITES_FOR_ONE < MOST_WRITES  # noqa: S101 -- a chunk is one transaction


@reaction(to=ImportApplyMoved)
def write_employees(moved: ImportApplyMoved, ctx: Context) -> None:
    """Write what the next rows say. Each is decided anew, for the directory may have changed since the check."""

    def work(job: Job) -> list[JobRow]:
        rows = load_rows(moved.import_id, job.done, _ROWS_AT_ONCE, ctx.ports.documents)
        taken: set[str] = set()
        decided = [decide(row, taken, ctx) for row in rows]
        loaded = [(it.person, it.before, _load(it.person, it.placement, ctx)) for it in decided if it.person]
        numbers = [
            (load_numbers(before, person, ctx), load_renaming(before, person, ctx)) for person, before, _ in loaded
        ]

        for person, _, found in loaded:
            if isinstance(found, Placed):
                write_placed(found, ctx)
            else:
                write_person(person, found, ctx)
        for own, renaming in numbers:
            write_numbers(own, ctx)
            write_renaming(renaming, ctx)
        return [it.line for it in decided]

    advance(moved, ctx, work)


def _load(person: Person, placement: Placement | None, ctx: Context) -> Placed | Projections:
    return load_placed(person, placement, ctx) if placement else load_projections(person.id, ctx)
