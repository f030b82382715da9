"""The words by which a person is found: every beginning of every word of name, title and organisation."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 2
_LONGEST = 12
_WORD = re.compile(r"[a-z0-9]{2,}")  # a letter alone, such as the H. of a title, tells nobody apart


def words_of(text: str) -> list[str]:
    """Return the words of a text: small letters without accents, digits kept."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return _WORD.findall(plain)


def beginnings(texts: Iterable[str], whole: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the index entries of texts; ``whole`` are entries found only when typed in full, such as a NIP."""
    found = {
        word[:length]
        for text in texts
        for word in words_of(text)
        for length in range(_SHORTEST, min(len(word), _LONGEST) + 1)
    }
    return tuple(sorted(found | set(whole)))


def entries_asked(text: str) -> set[str]:
    """Return the index entries that a typed text asks for; digits alone are one number, however they are grouped."""
    number = "".join(text.split())
    if number.isdigit():
        return {number}
    return {word if word.isdigit() else word[:_LONGEST] for word in words_of(text)}
