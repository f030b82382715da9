"""Looking at decisions, and letting mornings come."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from functions.eagenda.decisions import decision_id
from functions.eagenda.look_for_decisions_due import look_for_decisions_due
from functions.eagenda.show_decision import DecisionShown, WhichDecision, show_decision
from shared.rules.notice import NoticeKind
from tests.eagenda.minuting import DATA, Minutes
from tests.portal.notices import told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def shown(minutes: Minutes, by: Actor) -> DecisionShown:
    answer: DecisionShown = minutes.desk.call(show_decision, WhichDecision(decision_id(minutes.id, DATA)), by=by)
    return answer


def kinds(desk: Desk, person: Actor) -> list[NoticeKind]:
    """Return what somebody was told about decisions, the newest first."""
    desk.deliver()
    return [it.kind for it in told(desk, person) if it.kind.value.startswith("decision-")]


def morning(desk: Desk, day: date) -> None:
    """Let it be seven in the morning in Mojokerto, when owners are reminded."""
    desk.clock.set(datetime(day.year, day.month, day.day, tzinfo=UTC))
    desk.run_scheduled(look_for_decisions_due)
    desk.deliver()
