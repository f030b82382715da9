"""What the check and the import of employees have in common: a row beside the person whom it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.directory.domain.employee_file import Employee, EmployeeRow, differences, merge
from functions.directory.employee_posts import CannotPlace, Placement, find_placement, posts_held
from shared.directory.model import BY_EMAIL, BY_NIP, PERSONS, Person
from shared.directory.people import find_by_number, new_person_id
from shared.jobs.job import JobRow, RowVerdict

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext

_RIGHT = "the right to manage the directory"


@dataclass(frozen=True, slots=True)
class Decided:
    """A row's line in the report, and where something changes: the person, who they were, and the post they get."""

    line: JobRow
    person: Person | None = None
    before: Person | None = None
    placement: Placement | None = None


def decide(row: EmployeeRow, taken: set[str], ctx: ReadContext) -> Decided:
    """Compare a row with the directory as it is now: found by NIP, or by e-mail where there is no NIP.

    ``taken`` are the posts that rows before it get in the same transaction.
    """
    subject = f"{row.name} ({row.nip or row.email})" if row.nip or row.email else row.name
    if row.fault:
        return Decided(JobRow(row.number, subject, RowVerdict.REFUSED, row.fault))
    by_email = find_by_number(BY_EMAIL, row.email, ctx) if row.email else None
    known = find_by_number(BY_NIP, row.nip, ctx) if row.nip else by_email
    if by_email and (known is None or known.id != by_email.id):
        detail = f"Surel {row.email} sudah dipakai {by_email.name}. Perbaiki surelnya atau data orang itu."
        return Decided(JobRow(row.number, subject, RowVerdict.REFUSED, detail))

    before = _employee(known) if known else None
    after = merge(before, row)
    person_id = known.id if known else _new_id(row.nip or row.email, ctx)
    try:
        placement = _placement(row, person_id, taken, ctx, is_new=known is None)
    except CannotPlace as reason:
        return Decided(JobRow(row.number, subject, RowVerdict.REFUSED, str(reason)))
    post = f"Jabatan: {placement.position.title}" if placement else ""
    if known is None or before is None:
        line = JobRow(row.number, subject, RowVerdict.CREATED, post)
        return Decided(line, _person(person_id, after), placement=placement)
    if before == after and placement is None:
        return Decided(JobRow(row.number, subject, RowVerdict.UNCHANGED))
    changed = replace(known, name=after.name, email=after.email or None, golongan=after.golongan)
    detail = "; ".join(filter(None, (differences(before, after), post)))
    return Decided(JobRow(row.number, subject, RowVerdict.CHANGED, detail), changed, known, placement)


def _placement(
    row: EmployeeRow, person_id: str, taken: set[str], ctx: ReadContext, *, is_new: bool
) -> Placement | None:
    if row.post is None:
        return None
    held = [] if is_new else posts_held(person_id, ctx)
    return find_placement(row.post, person_id, held, taken, ctx)


def _new_id(number: str, ctx: ReadContext) -> str:
    """Return the id that a number gives; another one where somebody came by it who has a new number since."""
    person_id = new_person_id(number)
    while ctx.find(PERSONS, person_id, right_from=_RIGHT) is not None:
        person_id = new_person_id(person_id)
    return person_id


def _employee(person: Person) -> Employee:
    return Employee(person.name, person.nip or "", person.email or "", person.golongan)


def _person(person_id: str, employee: Employee) -> Person:
    return Person(person_id, employee.name, employee.nip or None, employee.email or None, employee.golongan)
