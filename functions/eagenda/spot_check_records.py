"""The collections of spot checks; the hall's screen asks for them each second and needs no more than this."""

from __future__ import annotations

from functions.eagenda.domain.spot_check import SpotChecks, SpotQuestion
from shared.kernel.collections import ListQuery, TypedCollection


def question_key(agenda_id: str, number: int, person_id: str) -> str:
    """Return the one key for a person in a check."""
    return f"{agenda_id}:{number}:{person_id}"


DUE = ListQuery(order="due_at", of_service=True)
OF_AGENDA_BY_CHECK = ListQuery(equal=("agenda_id",), order="number")
OF_CHECK = ListQuery(equal=("agenda_id", "number"))

SPOT_CHECKS = TypedCollection(
    "spot_checks", SpotChecks, key=lambda it: it.agenda_id, matter=lambda it: it.agenda_id, queries=(DUE,)
)
SPOT_QUESTIONS = TypedCollection(
    "spot_questions",
    SpotQuestion,
    key=lambda it: question_key(it.agenda_id, it.number, it.person_id),
    matter=lambda it: it.agenda_id,
    queries=(OF_AGENDA_BY_CHECK, OF_CHECK),
)
