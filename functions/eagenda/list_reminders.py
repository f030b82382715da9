"""List what the caller was told about meetings."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.reminder import ReminderKind
from functions.eagenda.reminders import OF_PERSON_NEWEST_FIRST, REMINDERS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class WhichReminders:
    """The cursor continues an earlier answer."""

    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedReminder:
    """One reminder."""

    id: str
    agenda_id: str
    kind: ReminderKind
    title: str
    place: str
    starts_at: Instant
    at: Instant


@dataclass(frozen=True, slots=True)
class ListedReminders:
    """A part of the list, the newest first."""

    items: tuple[ListedReminder, ...]
    next_cursor: str | None
    as_of: Instant


@query(permission=SIGNED_IN)
def list_reminders(which: WhichReminders, ctx: ReadContext) -> ListedReminders:
    """List the caller's reminders, the newest first."""
    page = ctx.list(
        REMINDERS,
        OF_PERSON_NEWEST_FIRST,
        equal=(ctx.actor.id,),
        cursor=which.cursor,
        right_from="the caller's own reminders",
    )

    items = tuple(
        ListedReminder(
            key, reminder.agenda_id, reminder.kind, reminder.title, reminder.place, reminder.starts_at, reminder.at
        )
        for key, reminder in page.items
    )
    return ListedReminders(items, page.next_cursor, ctx.now)
