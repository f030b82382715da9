"""Somebody invited as the recap counts them: in the post of that day, with what became of the invitation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.attended import attendance_of
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.outcome import outcome_of
from shared.directory.standing import find_standing
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.invitation import Invitation
    from functions.eagenda.domain.outcome import Outcome
    from shared.kernel.context import Context

_RIGHT = "the list that is counted"


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody as the recap names them: in the post of the day for whose sake they were invited."""

    name: str
    position_title: str
    path: tuple[str, ...]


def find_outcome(agenda: Agenda, invitation: Invitation, ctx: Context) -> Outcome | None:
    """Return what became of an invitation, with a look at the deputy where one was to come."""
    attended = attendance_of(agenda, invitation.person_id, ctx, _RIGHT)  # of several sittings, the first counts
    deputy = invitation.answer.deputy_id if invitation.answer.kind is AnswerKind.REPRESENTED else ""
    came = bool(deputy) and bool(attendance_of(agenda, deputy, ctx, _RIGHT))
    return outcome_of(agenda, invitation, min(attended, key=lambda it: it.at, default=None), deputy_came=came)


def who_was_invited(agenda: Agenda, invitation: Invitation, ctx: Context) -> Who:
    """Return who it was on the day of the meeting."""
    standing = find_standing(ctx.ports.cached, invitation.person_id, ctx.now)
    held = standing.on(wib_date(agenda.starts_at)) if standing else ()
    post = next(iter(sorted(held, key=lambda it: it.position_id != invitation.position_id)), None)
    name = standing.name if standing else invitation.name
    if post is None:
        return Who(name, invitation.position_title, ())
    return Who(name, post.position_title, post.organisation_path)
