"""Decisions of meetings as operations get them: their lists, their tasks, and who may see and do them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.decision import Decision, NotOwner, due_at
from functions.eagenda.domain.visibility import Visibility
from shared.kernel.collections import ListQuery, TypedCollection
from shared.refusals import RecordMissing
from shared.rules.calendar import long_date
from shared.tasks.task import Task, TaskKind, new_task, of_holder, of_person, of_position
from shared.views.subjects import Subject, subject_id

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from shared.kernel.context import Context, ReadContext

RIGHT = "the decision's owner"
_SHOWN = 120  # of a decision's words, where they stand in for a title


def decision_readers(decision: Decision) -> tuple[str, ...]:
    """Show a decision to those who may read its agenda: the office and those above; of a secret one the organiser."""
    person, position = f"per:{decision.organiser_person_id}", decision.organiser_position_id
    if decision.is_secret:
        return (person, *([f"pos:{position}"] if position else []))
    return (person, *(f"org:{it}" for it in decision.organisation_path))


OPEN_OF_OFFICE = ListQuery(equal=("organisation_id", "is_open"), order="due_on")
OF_OFFICE_IN_STATE = ListQuery(equal=("organisation_id", "state"), order="due_on")
OF_AGENDA = ListQuery(equal=("agenda_id",), order="due_on")
TO_REMIND = ListQuery(order="remind_at", of_service=True)
DECISIONS_WITH_OFFICE = ListQuery(contains_any="organisation_path", of_service=True)
DECISIONS = TypedCollection(
    "decisions",
    Decision,
    key=lambda it: it.id,
    readers=decision_readers,
    organisation=lambda it: it.organisation_id,
    matter=lambda it: it.agenda_id,
    queries=(OPEN_OF_OFFICE, OF_OFFICE_IN_STATE, OF_AGENDA, TO_REMIND, DECISIONS_WITH_OFFICE),
)


def decision_id(agenda_id: str, row_id: str) -> str:
    """Return the one key for a row of an agenda's notulen."""
    return f"{agenda_id}:{row_id}"


def is_owner(decision: Decision, ctx: ReadContext) -> bool:
    """Whether the caller carries the decision out, in any of their positions of today."""
    owner = decision.owner
    if not owner.position_id:
        return owner.person_id == ctx.actor.id
    return any(it.position_id == owner.position_id for it in ctx.directory.positions_of(ctx.actor.id))


def decision_to_read(key: str, ctx: ReadContext) -> Decision:
    """Return a decision that the caller carries out or whose agenda they may read. Raises RecordMissing."""
    found = ctx.find(DECISIONS, key, right_from=RIGHT)
    if found is None or not (is_owner(found, ctx) or ctx.find(DECISIONS, key) is not None):
        raise RecordMissing("Tindak lanjut ini tidak ada, atau bukan untuk Anda.")
    return found


def own_decision(key: str, ctx: ReadContext) -> Decision:
    """Return a decision that the caller carries out. Raises RecordMissing, and NotOwner for who only reads it."""
    found = decision_to_read(key, ctx)
    if not is_owner(found, ctx):
        raise NotOwner(f"Yang menindaklanjuti: {found.owner.words}.")
    return found


def decision_task(decision: Decision, ctx: Context) -> Task:
    """Return what asks its owner to carry it out; of a secret agenda not the owner's aides."""
    owner = decision.owner
    by_post = of_holder if decision.is_secret else of_position
    return new_task(
        TaskKind.DECISION,
        decision.id,
        within_id=decision.agenda_id,
        addressees=(by_post(owner.position_id) if owner.position_id else of_person(owner.person_id),),
        title=shortened(decision.text),
        detail=f"Tindak lanjut: {shortened(decision.agenda_title)}",
        link=f"/tindak-lanjut/{decision.id}",
        asker=ctx.actor,
        now=ctx.now,
        due=due_at(decision),
    )


def as_subject(decision: Decision) -> Subject:
    """Return the decision as notices name it."""
    return Subject(
        subject_id("decisions", decision.id),
        shortened(decision.text),
        f"/tindak-lanjut/{decision.id}",
        note=f"Batas {long_date(decision.due_on)}",
        is_secret=decision.is_secret,
    )


def is_secret(agenda: Agenda) -> bool:
    """Whether an agenda's decisions are its organiser's and their owners' alone."""
    return agenda.visibility is Visibility.SECRET


def shortened(text: str) -> str:
    """Return words short enough for a title."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
