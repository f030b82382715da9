"""Where a letter says what somebody looks for: in its hal, sender or number, or in the text of its scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.rules.search_words import begins, begins_nearly, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from functions.eoffice.domain.letter import LetterSays

# A page of a letter has some 150 to 250 different words, and what it is about stands on its first page. With more, a
# letter of two readers would not fit into what Firestore keeps for one document (`PAIRS_AT_MOST`).
TEXT_WORDS = 250
_SHORTEST_OF_TEXT = 4  # letters; of digits three: what is shorter stands in every letter


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The words of a letter that were meant, by where they stand; ``text`` are those of the scan alone."""

    hal: tuple[str, ...]
    sender: tuple[str, ...]
    number: tuple[str, ...]
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """Where a letter has all that was typed, and how much of that only nearly."""

    places: WordPlaces
    slips: int


def says_words(says: LetterSays, nomor_agenda: str) -> tuple[str, ...]:
    """Return the words by which the book's entry is found, the most telling first."""
    return words_of(f"{says.number} {nomor_agenda} {says.hal} {says.sender}")


def text_words(text: str) -> tuple[str, ...]:
    """Return the first words of a scan's text by which it is found."""
    return tuple(it for it in words_of(text) if len(it) >= _SHORTEST_OF_TEXT - it.isdigit())[:TEXT_WORDS]


def met(typed: Iterable[str], hal: str, sender: str, numbers: Iterable[str], every: Iterable[str]) -> Met | None:
    """Return where a letter has all the typed words or what they begin; None where one is nowhere.

    A slip is forgiven where a word is not there as it was typed.
    """
    of_hal, of_sender, of_number = words_of(hal), words_of(sender), words_of(" ".join(numbers))
    of_text = [it for it in every if it not in {*of_hal, *of_sender, *of_number}]
    slips, meant = 0, set[str]()
    everywhere = (*of_hal, *of_sender, *of_number, *of_text)
    for one in typed:
        found = _meant(everywhere, one, begins)
        if not found:
            found = _meant(everywhere, one, begins_nearly)
            slips += 1
        if not found:
            return None
        meant |= found
    return Met(
        WordPlaces(*(tuple(it for it in place if it in meant) for place in (of_hal, of_sender, of_number, of_text))),
        slips,
    )


def _meant(words: Iterable[str], typed: str, is_meant: Callable[[str, str], bool]) -> set[str]:
    return {word for word in words if is_meant(word, typed)}
