"""A command in three steps: prepare, call outside any transaction, complete."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.journal import State, sweep
from shared.permissions import SIGNED_IN
from tests.kernel.notes import FOR_SERVICES, NOTES, NewNote, Note, NoteId, NotNow

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.actor import Actor
    from tests.desk import Desk

KEY = "6f1ab5f4-2f3a-4e0e-9a37-0c2f6d3a7c11"  # betterleaks:allow -- an idempotency key


class PowerCut(BaseException):
    """What ends a process between two steps; nothing catches it."""


@dataclass
class Outside:
    """The slow world between the transactions."""

    fails_with: BaseException | None = None
    called_with: list[str] = field(default_factory=list)
    refuses: bool = False
    desk: Desk | None = None
    states_seen: list[State] = field(default_factory=list)

    def post_letter(self) -> Callable[..., Any]:
        """Return the operation that goes through this outside."""

        def call(prepared: str, _: ReadContext) -> str:
            self.called_with.append(prepared)
            if self.desk is not None:
                self.states_seen += [row.state for row in self.desk.journal()]
            if self.fails_with is not None:
                raise self.fails_with
            return f"{prepared}, sent"

        def complete(called: str, ctx: Context) -> NoteId:
            if self.refuses:
                raise NotNow("Coba besok.")
            return NoteId(ctx.create(NOTES, Note(ctx.new_id(), called, "", ctx.now)))

        def post_letter(new: NewNote, ctx: Context) -> str:
            return f"{new.text} prepared by {ctx.actor.name}"

        return operation(permission=SIGNED_IN, refuses=(NotNow,), call=call, complete=complete)(post_letter)


@pytest.fixture
def writer(desk: Desk) -> Actor:
    return desk.employee("Aditya")


def notes(desk: Desk) -> list[str]:
    return [note.text for note in desk.all(NOTES, FOR_SERVICES)]


def states(desk: Desk) -> list[State]:
    return [row.state for row in desk.journal()]


def test_the_row_is_started_during_the_call_and_completed_after_it(desk: Desk, writer: Actor) -> None:
    outside = Outside(desk=desk)
    desk.call(outside.post_letter(), NewNote("Surat"), by=writer)

    assert outside.states_seen == [State.STARTED]
    assert outside.called_with == ["Surat prepared by Aditya"]
    assert states(desk) == [State.COMPLETED]
    assert notes(desk) == ["Surat prepared by Aditya, sent"]


def test_a_completed_command_is_not_called_again(desk: Desk, writer: Actor) -> None:
    outside = Outside()
    post_letter = outside.post_letter()
    first = desk.call(post_letter, NewNote("Surat"), by=writer, key=KEY)
    assert desk.call(post_letter, NewNote("Surat"), by=writer, key=KEY) == first
    assert outside.called_with == ["Surat prepared by Aditya"]


def test_a_refusal_in_the_last_step_closes_the_row(desk: Desk, writer: Actor) -> None:
    with pytest.raises(NotNow):
        desk.call(Outside(refuses=True).post_letter(), NewNote("Surat"), by=writer)
    assert states(desk) == [State.REFUSED]


def test_what_a_crash_leaves_started_is_abandoned_after_ten_minutes(desk: Desk, writer: Actor) -> None:
    with pytest.raises(PowerCut):
        desk.call(Outside(fails_with=PowerCut()).post_letter(), NewNote("Surat"), by=writer, key=KEY)

    desk.clock.pass_(minutes=9)
    sweep(desk.records, desk.clock.now())
    assert states(desk) == [State.STARTED]
    desk.clock.pass_(minutes=2)
    sweep(desk.records, desk.clock.now())
    assert states(desk) == [State.ABANDONED]
    assert notes(desk) == []


def test_after_a_crash_the_callers_retry_begins_anew(desk: Desk, writer: Actor) -> None:
    outside = Outside(fails_with=PowerCut())
    post_letter = outside.post_letter()
    with pytest.raises(PowerCut):
        desk.call(post_letter, NewNote("Surat"), by=writer, key=KEY)
    outside.fails_with = None

    desk.call(post_letter, NewNote("Surat"), by=writer, key=KEY)

    assert notes(desk) == ["Surat prepared by Aditya, sent"]
    assert states(desk) == [State.COMPLETED]


def test_an_abandoned_command_may_still_be_completed_by_a_retry(desk: Desk, writer: Actor) -> None:
    outside = Outside(fails_with=PowerCut())
    post_letter = outside.post_letter()
    with pytest.raises(PowerCut):
        desk.call(post_letter, NewNote("Surat"), by=writer, key=KEY)
    desk.clock.pass_(minutes=11)
    sweep(desk.records, desk.clock.now())
    outside.fails_with = None

    desk.call(post_letter, NewNote("Surat"), by=writer, key=KEY)
    assert states(desk) == [State.COMPLETED]
