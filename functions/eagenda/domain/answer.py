"""What somebody invited has answered, as it is kept: each scan reads it, so what decides stands in ``answering``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shared.values import Instant


class AnswerKind(StrEnum):
    """Whether somebody invited comes."""

    UNANSWERED = "unanswered"
    COMING = "coming"
    NOT_COMING = "not-coming"
    REPRESENTED = "represented"


# Who answered so is expected elsewhere, or nowhere.
STAYS_AWAY = frozenset({AnswerKind.NOT_COMING, AnswerKind.REPRESENTED})


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, the latest; nothing yet: nothing but its kind."""

    kind: AnswerKind = AnswerKind.UNANSWERED
    reason: str = ""
    deputy_id: str = ""
    deputy_name: str = ""
    at: Instant | None = None


NOT_ANSWERED = Answer()


@dataclass(frozen=True, slots=True)
class Represented:
    """In whose place a deputy comes."""

    person_id: str
    name: str
    position_title: str

    @property
    def words(self) -> str:
        """How the attendance list says it: by the post, or by the name where there is none."""
        return f"mewakili {self.position_title or self.name}"
