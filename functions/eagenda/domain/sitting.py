"""Sittings: the parts of an agenda of several sessions, each with its own hall codes and its own attendance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.values import Instant

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sitting:
    """A part of an agenda. From ``opens_at`` until before ``closes_at`` its attendance is taken, and no other's."""

    id: str
    title: str
    starts_at: Instant
    ends_at: Instant
    opens_at: Instant
    closes_at: Instant


def sitting_at(sittings: tuple[Sitting, ...], at: datetime) -> Sitting | None:
    """Return the sitting whose attendance is taken then, or is next; after the last that one; None where none are."""
    return next((it for it in sittings if at < it.closes_at), sittings[-1] if sittings else None)


def sitting_id_at(sittings: tuple[Sitting, ...], at: datetime) -> str:
    """Return the id of `sitting_at`; an agenda without sittings has its attendance under none."""
    sitting = sitting_at(sittings, at)
    return sitting.id if sitting else ""


def hall_id(agenda_id: str, sitting_id: str = "") -> str:
    """Return that for which a hall's codes are made: those of one sitting are worth nothing in another."""
    return f"{agenda_id}:{sitting_id}" if sitting_id else agenda_id
