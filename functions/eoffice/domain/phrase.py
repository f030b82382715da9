"""The standard phrases of a disposisi, and what one of them sets going."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from shared.refusals import InvalidField
from shared.values import Between, Text

if TYPE_CHECKING:
    from collections.abc import Iterable


class Asks(StrEnum):
    """What a phrase asks beside what it says: a draft of an agenda for each recipient."""

    WORDS_ALONE = "words-alone"
    WITH_AGENDA = "with-agenda"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and its place in the list."""

    phrase: Annotated[str, Text(3, 60)]
    place: Annotated[int, Between(1, 99)]
    asks: Asks


def require_known(phrases: Iterable[Phrase], asked: Iterable[str]) -> list[Phrase]:
    """Return the phrases that are chosen. Raises InvalidField for one that the office does not use."""
    known = {it.phrase: it for it in phrases}
    if not set(asked) <= set(known):
        raise InvalidField(
            "/phrases", "Isi disposisi ini tidak ada dalam daftar. Pilih lagi, atau tulis sebagai catatan."
        )
    return [known[it] for it in dict.fromkeys(asked)]
