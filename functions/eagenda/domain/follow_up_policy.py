"""What the office may change about what follows a meeting: reminders of decisions, and numbers of certificates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from shared.rules.numbering import Classification, NumberPattern
from shared.values import Between


@dataclass(frozen=True, slots=True)
class FollowUpPolicy:
    """How many decisions a notulen has, and how many working days before its day a decision is reminded of."""

    remind_working_days_before: Annotated[int, Between(1, 30)]
    most_decisions: Annotated[int, Between(1, 30)]  # three records each, in the one transaction that approves


@dataclass(frozen=True, slots=True)
class SertifikatNumbering:
    """How the number of a meeting's certificates is written; the book in which it is counted may never change."""

    classification: Classification
    pattern: NumberPattern
