"""Where it is kept which letters of one sender bear one number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.eoffice.domain.same_letter import SameLetters, same_letters_id
from shared.kernel.collections import TypedCollection
from shared.values import Line, Text

if TYPE_CHECKING:
    from functions.eoffice.domain.letter import LetterSays
    from shared.kernel.context import ReadContext


@dataclass(frozen=True, slots=True)
class SenderAndNumber:
    """By what a letter is known."""

    sender: Line
    number: Annotated[str, Text(1, 100)]


SAME_LETTERS = TypedCollection("same_letters", SameLetters, key=lambda it: it.id)
_RIGHT = "the desk of the office whose letters they are"


def same_letters(organisation_id: str, known_by: LetterSays | SenderAndNumber, ctx: ReadContext) -> SameLetters:
    """Return the letters of this sender with this number in an office's book."""
    key = same_letters_id(organisation_id, known_by.sender, known_by.number)
    return ctx.find(SAME_LETTERS, key, right_from=_RIGHT) or SameLetters(key)
