"""What the invited were told, and of which agenda they were told it."""

from __future__ import annotations

from functions.eagenda.domain.reminder import Reminded, Reminder
from functions.eagenda.records import participation_key
from shared.kernel.collections import ListQuery, TypedCollection


def reminder_key(it: Reminder) -> str:
    """Return the one key for what a person is told of an agenda at its time; one that moves is told of again."""
    return f"{participation_key(it.agenda_id, it.person_id)}:{it.kind}:{round(it.starts_at.timestamp())}"


OF_PERSON_NEWEST_FIRST = ListQuery(equal=("person_id",), order="at", descending=True)
REMINDERS = TypedCollection(
    "reminders",
    Reminder,
    key=reminder_key,
    matter=lambda it: it.agenda_id,
    queries=(OF_PERSON_NEWEST_FIRST,),
)
REMINDED = TypedCollection("reminded", Reminded, key=lambda it: it.agenda_id, matter=lambda it: it.agenda_id)
