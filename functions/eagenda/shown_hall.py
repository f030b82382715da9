"""What the hall's screen shows."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaState
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ShownCode:
    """One slot's code as a QR link and as letters to type."""

    starts_at: Instant
    link: str
    short_code: str


@dataclass(frozen=True, slots=True)
class Hall:
    """The hall's screen; the first code is the present slot's.

    Times and counts are those of the sitting that ``sitting_title`` names, of an agenda with sittings: the one whose
    attendance is taken, or is next. From ``leave_from`` on the code records leaving too.
    """

    agenda_id: str
    title: str
    place: str
    starts_at: Instant
    ends_at: Instant
    opens_at: Instant
    closes_at: Instant
    state: AgendaState
    slot_seconds: int
    codes: tuple[ShownCode, ...]
    present_count: int
    invited_count: int
    guest_count: int
    latest_names: tuple[str, ...]
    sitting_title: str
    leave_from: Instant | None
    spot_number: str = ""  # while a spot check runs: what those drawn are asked for
