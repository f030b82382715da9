"""What was decided about a naskah on its way, and all of it in order: its thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from shared.values import Instant


class Verdict(StrEnum):
    """What was decided."""

    SUBMITTED = "submitted"
    APPROVED = "approved"
    CHANGED = "changed"
    CHECKER_ADDED = "checker-added"
    RETURNED = "returned"
    RETURNED_TO_PREVIOUS = "returned-to-previous"
    TAKEN_BACK = "taken-back"
    SIGNED = "signed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what about which edition of a naskah, as what, and what they said to it; it is never changed."""

    id: str
    naskah_id: str
    verdict: Verdict
    at: Instant
    by: str
    by_name: str
    title: str
    edition: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """All that was decided about a naskah, the oldest first: one record to read instead of many."""

    naskah_id: str
    decisions: tuple[Decision, ...] = ()

    def with_decision(self, decision: Decision) -> Thread:
        """Return the thread with a decision in its place, once, whenever it is heard of."""
        others = tuple(it for it in self.decisions if it.id != decision.id)
        return replace(self, decisions=tuple(sorted((*others, decision), key=lambda it: (it.at, it.id))))
