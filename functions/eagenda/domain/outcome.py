"""What became of an invitation, once the list of a meeting is closed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from functions.eagenda.domain.answer import AnswerKind

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendance
    from functions.eagenda.domain.invitation import Invitation


class Outcome(StrEnum):
    """What became of an invitation. Represented is who was: a deputy who stays away represents nobody."""

    ON_TIME = "on-time"
    LATE = "late"
    REPRESENTED = "represented"
    ABSENT_ANSWERED = "absent-answered"
    ABSENT_UNANSWERED = "absent-unanswered"
    DEPUTY = "deputy"  # came in another's place, and counts as present beside those invited


def outcome_of(
    agenda: Agenda, invitation: Invitation, attendance: Attendance | None, *, deputy_came: bool
) -> Outcome | None:
    """Return what became of an invitation; nothing of a deputy who stayed away, which counts for who sent them.

    Late is who came after the beginning that the agenda says.
    """
    if invitation.is_deputy:
        return Outcome.DEPUTY if attendance else None
    if attendance:
        return Outcome.LATE if attendance.at > agenda.starts_at else Outcome.ON_TIME
    if deputy_came:
        return Outcome.REPRESENTED
    answered = invitation.answer.kind is not AnswerKind.UNANSWERED
    return Outcome.ABSENT_ANSWERED if answered else Outcome.ABSENT_UNANSWERED
