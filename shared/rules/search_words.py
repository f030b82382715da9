"""The words of a text as search compares them, and by what a beginning or a slip of the keyboard finds them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from shared.values import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAIRS = "reader_words"  # the field in which a store keeps `pairs` beside a body
PAIRS_AT_MOST = 7_000  # of a document: Firestore allows 40,000 entries in all indexes, and each list has one of its own
SLIPS_FROM = 5  # letters: in a shorter word every second one is another word's slip
_SHORTEST, _LONGEST = 2, 24
_BEGINNING = 8  # letters: what shares more is told apart by whoever reads what was found
_HEAD = 6  # letters in which a slip is looked for; what follows is compared by whoever reads what was found
_WORD = re.compile(r"[a-z0-9]+")
_RUN = re.compile(r"[a-z]+|[0-9]+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text once each: small letters without accents, digits; a number by its parts too."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    found = (part for word in _WORD.findall(plain) for part in _parts(word))
    return tuple(dict.fromkeys(word[:_LONGEST] for word in found if len(word) >= _SHORTEST))


def asked_words(text: str) -> tuple[str, ...]:
    """Return the words that a typed text asks for, all of which are to be found."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return tuple(dict.fromkeys(word[:_LONGEST] for word in _WORD.findall(plain) if len(word) >= _SHORTEST))


def begins(word: str, typed: str) -> bool:
    """Whether what was typed is a word or its beginning."""
    return word.startswith(typed)


def begins_nearly(word: str, typed: str) -> bool:
    """Whether one letter too many, missing, wrong or exchanged with the next keeps it from being the beginning."""
    if len(word) < SLIPS_FROM or not may_slip(typed) or not word.isalpha():
        return False
    length = len(typed)
    place = next((it for it in range(min(length, len(word))) if typed[it] != word[it]), min(length, len(word)))
    rest, other = typed[place:], word[place:]
    is_missing = other[1:].startswith(rest)
    return (
        is_missing
        or (
            length >= SLIPS_FROM
            and (
                other[1:].startswith(rest[1:])  # wrong
                or other.startswith(rest[1:])  # too many
                or (rest[:2] == other[1:2] + other[:1] and other[2:].startswith(rest[2:]))  # exchanged
            )
        )
    )


def may_slip(typed: str) -> bool:
    """Whether a typed word is forgiven a slip: one of letters, at most one short of a word that is."""
    return len(typed) >= SLIPS_FROM - 1 and typed.isalpha()


def slips(word: str) -> tuple[str, ...]:
    """Return what is left of the head of a word without one letter: two words of one slip have one in common."""
    if not may_slip(word):
        return ()
    head = word[:_HEAD]
    shorter = (head[:it] + head[it + 1 :] for it in range(len(head) if len(word) >= SLIPS_FROM else 0))
    return tuple(dict.fromkeys((*shorter, *([word] if len(word) < _HEAD else []))))


def reader_word(reader: str) -> str:
    """Return a reader in a few letters and digits; who reads what was found looks at the readers themselves."""
    return fingerprint("reader", reader)[:12]


def pairs(readers: Iterable[str], words: Iterable[str], most: int = PAIRS_AT_MOST) -> list[str]:
    """Return each reader with all by which a word is found, for a store that can ask for one array alone.

    The first words come first; what would be more than so many is left out.
    """
    found = dict.fromkeys(_pairs([reader_word(it) for it in readers], words))
    return list(found)[:most]


def asked_pairs(readers: Iterable[str], typed: str, *, slip: bool) -> list[str]:
    """Return what of `pairs` is asked for a typed word; ``slip`` asks for words near it."""
    stems = [f"s{it}" for it in slips(typed)] if slip else [f"w{typed[:_BEGINNING]}"]
    return [f"{reader_word(reader)}{stem}" for reader in readers for stem in stems]


def _parts(word: str) -> Iterator[str]:
    yield word
    runs = _RUN.findall(word)
    if len(runs) > 1:
        yield from runs
    yield from (stripped for run in runs if (stripped := run.lstrip("0")) != run)


def _pairs(readers: list[str], words: Iterable[str]) -> Iterator[str]:
    for word in words:
        beginnings = [f"w{word[:length]}" for length in range(_SHORTEST, min(len(word), _BEGINNING) + 1)]
        for stem in (*beginnings, *(f"s{it}" for it in slips(word) if len(word) >= SLIPS_FROM)):
            yield from (f"{reader}{stem}" for reader in readers)
