"""What a meeting decided: who does what by when, how far they are, and when they are reminded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import is_working_day, wib_date, wib_time
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

_MORNING = "07:00"  # when offices begin to read what they are told
_END_OF_DAY = "23:59"


class DecisionState(StrEnum):
    """How far a decision is carried out, by the word of its owner; cancelled by the organiser's office alone."""

    NOT_BEGUN = "not-begun"
    UNDER_WAY = "under-way"
    DONE = "done"
    CANCELLED = "cancelled"


class ReportedState(StrEnum):
    """What an owner may say of a decision."""

    NOT_BEGUN = "not-begun"
    UNDER_WAY = "under-way"
    DONE = "done"


class Nudge(StrEnum):
    """Why an owner is reminded."""

    DUE_SOON = "due-soon"
    OVERDUE = "overdue"


class NotOwner(Refusal):
    """Another person carries this decision out."""

    status = 403
    title = "Tindak lanjut ini bukan tugas Anda."


class DecisionCancelled(Refusal):
    """The organiser's office took it back."""

    title = "Tindak lanjut ini dibatalkan."


class DecisionDone(Refusal):
    """It is carried out."""

    title = "Tindak lanjut ini sudah selesai."


@dataclass(frozen=True, slots=True)
class Owner:
    """Who carries a decision out: a person, or whoever holds the post by then. ``words`` are for people."""

    person_id: str
    position_id: str
    words: str


@dataclass(frozen=True, slots=True)
class Report:
    """A step that was told: by whom, when, how far, and what there is to know."""

    at: Instant
    by: str
    state: DecisionState
    note: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of a final notulen. ``remind_at`` is when its owner is reminded next, or nothing.

    What its lists need of the agenda stands beside it; the readers are those of the agenda.
    """

    id: str
    agenda_id: str
    agenda_title: str
    organisation_id: str
    organisation_path: tuple[str, ...]
    organiser_person_id: str
    organiser_position_id: str
    is_secret: bool
    text: str
    owner: Owner
    due_on: date
    given_at: Instant
    state: DecisionState = DecisionState.NOT_BEGUN
    is_open: bool = True
    reports: tuple[Report, ...] = ()  # the oldest first
    remind_at: Instant | None = None


def due_at(decision: Decision) -> datetime:
    """Return the end of the day by which it is to be done."""
    return wib_time(decision.due_on, _END_OF_DAY)


def first_reminder(due_on: date, working_days: int, days_off: Collection[date]) -> datetime:
    """Return the morning that lies so many working days before a day."""
    day = due_on
    while working_days > 0:
        day -= timedelta(days=1)
        working_days -= is_working_day(day, days_off)
    return wib_time(day, _MORNING)


def nudge(decision: Decision, now: datetime) -> tuple[Decision, Nudge]:
    """Return why its owner is reminded now, and the decision with its next reminder.

    Who was not reminded in time, because the server was off, is told once that the day has passed.
    """
    if wib_date(now) > decision.due_on:
        return replace(decision, remind_at=None), Nudge.OVERDUE
    return replace(decision, remind_at=wib_time(decision.due_on + timedelta(days=1), _MORNING)), Nudge.DUE_SOON


def require_not_cancelled(decision: Decision) -> None:
    """Refuse what was taken back. Raises DecisionCancelled."""
    if decision.state is DecisionState.CANCELLED:
        raise DecisionCancelled(f"Alasan: {decision.reports[-1].note}")


def report(decision: Decision, state: ReportedState, note: str, by: str, now: datetime) -> Decision:
    """Return the decision as its owner says that it stands. Raises DecisionCancelled, and InvalidField without a note.

    What is done needs a note: it is what the meeting is told. One that is opened again is reminded of no more.
    """
    require_not_cancelled(decision)
    if state is ReportedState.DONE and not note:
        raise InvalidField("/note", "Tulis apa hasilnya.")
    told = Report(now, by, DecisionState(state), note)
    done = state is ReportedState.DONE
    return replace(
        decision,
        state=told.state,
        is_open=not done,
        reports=(*decision.reports, told),
        remind_at=None if done else decision.remind_at,
    )


def cancel(decision: Decision, reason: str, by: str, now: datetime) -> Decision:
    """Return the decision taken back. Raises DecisionDone."""
    if decision.state is DecisionState.DONE:
        raise DecisionDone("Yang sudah selesai tidak dibatalkan.")
    told = Report(now, by, DecisionState.CANCELLED, reason)
    return replace(decision, state=told.state, is_open=False, reports=(*decision.reports, told), remind_at=None)


def restated(before: Decision, now: Decision) -> Decision:
    """Return a decision as a corrected notulen states it; what was told of it stays, unless it is somebody else's."""
    if before.state is DecisionState.CANCELLED:
        return before
    same = (before.owner.person_id, before.owner.position_id) == (now.owner.person_id, now.owner.position_id)
    moved = before.due_on != now.due_on or not same
    return replace(
        now,
        given_at=before.given_at if same else now.given_at,
        state=before.state if same else DecisionState.NOT_BEGUN,
        is_open=before.is_open if same else True,
        reports=before.reports if same else (),
        remind_at=now.remind_at if moved and (before.is_open or not same) else before.remind_at,
    )
