"""What the invited were told, and of which agenda they were told it."""

from __future__ import annotations

from datetime import date

from functions.eagenda.domain.reminder import Reminded, RemindedDayBefore, Reminder
from functions.eagenda.records import participation_key
from shared.kernel.collections import ListQuery, TypedCollection


def reminder_key(it: Reminder) -> str:
    """Return the one key for what a person is told of an agenda at its time; one that moves is told of again."""
    return f"{participation_key(it.agenda_id, it.person_id)}:{it.kind}:{round(it.starts_at.timestamp())}"


def day_before_key(agenda_id: str, day: date) -> str:
    """Return the one key for reminding of an agenda on the day before that day."""
    return f"{agenda_id}:{day}"


OF_PERSON_NEWEST_FIRST = ListQuery(equal=("person_id",), order="at", descending=True)
REMINDERS = TypedCollection(
    "reminders",
    Reminder,
    key=reminder_key,
    matter=lambda it: it.agenda_id,
    queries=(OF_PERSON_NEWEST_FIRST,),
)
REMINDED = TypedCollection("reminded", Reminded, key=lambda it: it.agenda_id, matter=lambda it: it.agenda_id)
REMINDED_DAY_BEFORE = TypedCollection(
    "reminded_day_before",
    RemindedDayBefore,
    key=lambda it: day_before_key(it.agenda_id, it.day),
    matter=lambda it: it.agenda_id,
)
