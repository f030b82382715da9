"""Where it is kept which letters of one sender bear one number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.same_letter import SameLetters, same_letters_id
from shared.kernel.collections import TypedCollection

if TYPE_CHECKING:
    from functions.eoffice.domain.letter import LetterSays
    from shared.kernel.context import ReadContext

SAME_LETTERS = TypedCollection("same_letters", SameLetters, key=lambda it: it.id)
_RIGHT = "the desk of the office whose letters they are"


def same_letters(organisation_id: str, says: LetterSays, ctx: ReadContext) -> SameLetters:
    """Return the letters of this sender with this number in an office's book."""
    key = same_letters_id(organisation_id, says.sender, says.number)
    return ctx.find(SAME_LETTERS, key, right_from=_RIGHT) or SameLetters(key)
