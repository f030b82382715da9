"""Changing a series from one of its days on: the later days follow, and keep what was changed on them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.arranging import planned
from functions.eagenda.domain.edit import Edit
from functions.eagenda.domain.plan import texts
from shared.rules.calendar import day_bounds, wib_date

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.change import BookedRoom

_TIMES = ("starts_at", "ends_at")


def follow(later: Agenda, before: Agenda, after: Agenda, reason: str | None) -> Edit:
    """Return what a later day is to say when an earlier one of its series says something else now.

    Where the later one said the same as the earlier did, it says the same again; what it says by itself it keeps. Hours
    are compared from midnight of the day that each was made for, and go together.
    """
    old, new, own = (texts(it) for it in (before, after, later))
    followed = {name: new[name] if own[name] == old[name] else own[name] for name in new if name not in _TIMES}
    starts_at, ends_at, opens_at, closes_at = _times(later, before, after)
    room = room_after(later, before, after)
    return Edit(
        agenda_id=later.id,
        version=0,
        starts_at=starts_at,
        ends_at=ends_at,
        opens_at=None if later.sittings else opens_at,
        closes_at=None if later.sittings else closes_at,
        room_id=room.id if room else None,
        reason=reason,
        sittings=planned(later.sittings),
        **followed,
    )


def room_after(later: Agenda, before: Agenda, after: Agenda) -> BookedRoom | None:
    """Return the room of a later day."""
    return after.room if later.room == before.room else later.room


def keeps_its_own(later: Agenda, before: Agenda, after: Agenda) -> bool:
    """Whether a later day keeps something that the earlier one has changed."""
    wanted = follow(later, before, after, None)
    old, new, now = texts(before), texts(after), texts(wanted)
    has_own_texts = any(old[name] != new[name] and now[name] != new[name] for name in new if name not in _TIMES)
    shift = _shift(later, before)
    has_own_hours = _held(later)[:2] != (before.starts_at + shift, before.ends_at + shift)
    hours = has_own_hours and _held(before) != _held(after)
    room = before.room != after.room and room_after(later, before, after) != after.room
    return has_own_texts or hours or room


def goes_later(before: Agenda, after: Agenda) -> bool:
    """Whether the series moves towards the days to come: then the last one makes room first."""
    return after.starts_at > before.starts_at


def _times(later: Agenda, before: Agenda, after: Agenda) -> tuple[datetime, datetime, datetime, datetime]:
    shift = _shift(later, before)
    own = _held(later)
    was_starts, was_ends, was_opens, was_closes = (it + shift for it in _held(before))
    starts, ends, opens, closes = (it + shift for it in _held(after))
    if own == (was_starts, was_ends, was_opens, was_closes):
        return starts, ends, opens, closes
    if own[:2] == (was_starts, was_ends):  # only its attendance is its own: it moves along
        return starts, ends, own[2] + (starts - was_starts), own[3] + (ends - was_ends)
    return own


def _held(agenda: Agenda) -> tuple[datetime, datetime, datetime, datetime]:
    return agenda.starts_at, agenda.ends_at, agenda.opens_at, agenda.closes_at


def _shift(later: Agenda, before: Agenda) -> timedelta:
    return _midnight(later) - _midnight(before)


def _midnight(agenda: Agenda) -> datetime:
    return day_bounds(agenda.series.day if agenda.series else wib_date(agenda.starts_at))[0]
