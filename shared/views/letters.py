"""What other systems may know of letters: written by E-Office alone, and only of letters that are not rahasia."""

from __future__ import annotations

from dataclasses import dataclass

from shared.kernel.collections import TypedCollection


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """A letter as others name it: its number, what it is about (hal), who sent it, and where its meeting is."""

    letter_id: str
    number: str
    hal: str
    sender: str
    place: str = ""
    link: str = ""  # its page in the portal, for those who may read it


LETTER_FACTS = TypedCollection("letter_facts", LetterFacts, key=lambda it: it.letter_id)
