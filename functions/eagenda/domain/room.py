"""Meeting rooms: whose they are, how many they seat, and when one is taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated

from functions.eagenda.domain.map_point import MapPoint
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import day_date, span, wib_date
from shared.values import Between, Instant, Line, Text

SLOT = timedelta(minutes=15)
LONGEST_BOOKING = timedelta(hours=24)  # 96 slots: with those it frees, a booking stays below two hundred writes

Capacity = Annotated[int, Between(1, 10_000)]
Facilities = Annotated[str, Text(0, 300)]


class RoomTaken(Refusal):
    """Another meeting is in the room at that time."""

    title = "Ruang sudah dipesan."


class NotRoomKeeper(Refusal):
    """Only the office whose room it is changes what is said of it."""

    status = 403
    title = "Ruang ini milik OPD lain."


@dataclass(frozen=True, slots=True)
class RoomFacts:
    """What is said of a room. Other offices may book a shared one."""

    name: Line
    capacity: Capacity
    facilities: Facilities
    is_shared: bool
    point: MapPoint | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """A room of an office; one that is not open is booked no more."""

    id: str
    organisation_id: str
    organisation_name: str
    name: str
    capacity: int
    facilities: str
    is_shared: bool
    is_open: bool = True
    point: MapPoint | None = None


@dataclass(frozen=True, slots=True)
class RoomSlot:
    """A quarter of an hour in which a room is an agenda's; its key holds every other agenda off."""

    room_id: str
    starts_at: Instant
    agenda_id: str


def slots(starts_at: datetime, ends_at: datetime) -> list[datetime]:
    """Return the beginnings of the quarters of an hour that a time touches. Raises InvalidField."""
    if ends_at - starts_at > LONGEST_BOOKING:
        raise InvalidField("/room_id", "Ruang dipesan paling lama 24 jam. Buat agenda tersendiri untuk tiap hari.")
    number = int(starts_at.timestamp() // SLOT.total_seconds())
    last = -int(-ends_at.timestamp() // SLOT.total_seconds())
    return [datetime.fromtimestamp(it * SLOT.total_seconds(), UTC) for it in range(number, last)]


def room_taken(room_name: str, title: str, organiser_name: str, starts_at: datetime, ends_at: datetime) -> RoomTaken:
    """Say when the room is whose; the title is empty for whoever may not see the other meeting."""
    when = f"{day_date(wib_date(starts_at))}, {span(starts_at, ends_at)}"
    who = organiser_name or "agenda lain"
    what = f" ({title})" if title else ""
    detail = f"{room_name} dipakai {who}{what}, {when}. Pilih ruang atau waktu lain."
    return RoomTaken(detail, starts_at=starts_at, ends_at=ends_at, organiser_name=organiser_name)
