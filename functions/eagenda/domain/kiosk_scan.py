"""A scan at a kiosk: what it sends, what is kept of it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from shared.refusals import Refusal
from shared.values import Instant, Line, Text


class ScanOutcome(StrEnum):
    """What became of a kiosk's scan; already: the person was present before, left: this says that they leave."""

    RECORDED = "recorded"
    LEFT = "left"
    ALREADY = "already"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ScanByHand:
    """Somebody without a phone: by their NIP, or chosen from the list of those invited; and why."""

    reason: Line
    nip: Annotated[str, Text(0, 30)] = ""
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class SentKioskScan:
    """What a kiosk saw, or what was typed there, at a moment of its clock (set by the server while online)."""

    nonce: Annotated[str, Text(16, 64)]
    scanned_at: Instant
    code: Annotated[str, Text(0, 400)] = ""
    by_hand: ScanByHand | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A refusal as the kiosk shows it: its name in the API, what happened, and the way out."""

    slug: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class KioskScan:
    """One scan of a kiosk and what became of it; there is one for each nonce, the refused ones too."""

    nonce: str
    agenda_id: str
    kiosk_id: str
    person_id: str  # as far as it was told
    name: str
    scanned_at: Instant
    received_at: Instant
    outcome: ScanOutcome
    attended_at: Instant | None = None
    refusal: Said | None = None
    reason: str = ""  # of a scan by hand


@dataclass(frozen=True, slots=True)
class TakenScan:
    """What became of a scan: present since ``attended_at``, by this scan or before; gone then; or refused and why."""

    nonce: str
    outcome: ScanOutcome
    person_name: str
    attended_at: Instant | None
    refusal: Said | None


def said(refusal: Refusal) -> Said:
    """Return a refusal in words."""
    return Said(refusal.slug(), refusal.title, refusal.detail)


def taken(row: KioskScan) -> TakenScan:
    """Return what the kiosk is told of a scan."""
    return TakenScan(row.nonce, row.outcome, row.name, row.attended_at, row.refusal)
