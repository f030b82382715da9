"""How letters are looked for: one word is asked of the store, the others of what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from functions.eoffice.domain.word_places import Met, met
from functions.eoffice.letter_words import (
    FOUND,
    FOUND_IN_STATE,
    FOUND_OF_URGENSI,
    LETTER_WORDS,
    WITH_WORD,
    LetterWords,
)
from shared.actor import desk_token
from shared.permissions import Permission
from shared.ports.records import MAX_TOKENS
from shared.rules.calendar import wib_time
from shared.rules.search_words import may_slip, slips
from shared.tasks.in_name_of import chiefs_for
from shared.tasks.task import TaskKind

if TYPE_CHECKING:
    from functions.eoffice.domain.letter import Urgensi
    from functions.eoffice.domain.surat_masuk import LetterState
    from shared.kernel.collections import Bounds, ListQuery, Page
    from shared.kernel.context import ReadContext

A_PAGE = 25  # letters that are read for an answer, whatever is asked
_MANY = 1_000  # as many as one read of Firestore counts
_RIGHT = "the readers of each letter, by whose words it is asked"
_NEAR = "~"  # begins a cursor of what was found in spite of a slip


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which letters are meant besides their words."""

    state: LetterState | None
    urgensi: Urgensi | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """Letters with where they say it, those that say it as it was typed first; and from where to go on."""

    letters: tuple[tuple[LetterWords, Met], ...]
    next_cursor: str | None


def find_letters(typed: tuple[str, ...], narrowed: Narrowed, cursor: str | None, ctx: ReadContext) -> Found:
    """Return letters that the caller may read and that have all these words, the newest first.

    Only where none has them as they were typed, that word by which the store is asked may have a slip.
    """
    asked = _Asked(typed, readers_asked(ctx), narrowed)
    if not asked.readers:
        return Found((), None)
    word, is_there = _most_telling(asked, ctx)
    left = A_PAGE
    if is_there and not (cursor or "").startswith(_NEAR):
        page = _page(asked, word, cursor, left, ctx)
        found = asked.meant_of(page)
        left -= len(page.items)
        if found or page.next_cursor or cursor is not None or not left:
            return Found(found, page.next_cursor)
    if not may_slip(word):
        return Found((), None)
    page = _page(asked, word, cursor and cursor.removeprefix(_NEAR), left, ctx, slip=True)
    return Found(asked.meant_of(page), page.next_cursor and _NEAR + page.next_cursor)


def readers_asked(ctx: ReadContext) -> tuple[str, ...]:
    """Return the caller's tokens by which letters are shown: their desk, their posts, and those of their chiefs."""
    actor, own = ctx.actor, ctx.actor.reader_tokens()
    desk = desk_token(actor.organisation_id, Permission.REGISTER_LETTERS)
    posts = (it for it in (f"pos:{actor.position_id}", *own) if it in own and it.startswith("pos:"))
    chiefs = (f"pos:{it.position_id}" for it in chiefs_for(TaskKind.SURAT_MASUK, ctx))
    return tuple(dict.fromkeys((*([desk] if desk in own else []), *posts, *chiefs)))[:MAX_TOKENS]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is looked for, and by whom."""

    typed: tuple[str, ...]
    readers: tuple[str, ...]
    narrowed: Narrowed

    @property
    def query(self) -> ListQuery:
        """Return the list that is narrowed so."""
        if self.narrowed.state is not None:
            return FOUND_IN_STATE
        return FOUND if self.narrowed.urgensi is None else FOUND_OF_URGENSI

    @property
    def bounds(self) -> Bounds:
        """Return what is asked of the list besides a word."""
        first, year = self.narrowed.state or self.narrowed.urgensi, self.narrowed.year
        bounds: Bounds = {"equal": () if first is None else (first,), "tokens": self.readers}
        if year is not None:
            bounds["low"] = wib_time(date(year, 1, 1), "00:00")
            bounds["high"] = wib_time(date(year + 1, 1, 1), "00:00")
        return bounds

    def meant_of(self, page: Page[tuple[str, LetterWords]]) -> tuple[tuple[LetterWords, Met], ...]:
        """Return those of a page that have all the words and are the caller's to read, those without a slip first."""
        kept = (it for _, it in page.items if not set(self.readers).isdisjoint(it.readers))
        meant = ((it, self._met(it)) for it in kept if self.narrowed.urgensi in {None, it.listed.urgensi})
        return tuple(sorted(((it, how) for it, how in meant if how is not None), key=lambda one: one[1].slips))

    def _met(self, it: LetterWords) -> Met | None:
        return met(self.typed, it.listed.hal, it.listed.sender, (it.listed.number, it.listed.nomor_agenda), it.words)


def _most_telling(asked: _Asked, ctx: ReadContext) -> tuple[str, bool]:
    """Return the word that the fewest letters have, of the two that look rarest, and whether any has it as typed."""
    rarest = sorted(asked.typed, key=lambda it: (any(map(str.isdigit, it)), len(it)), reverse=True)[:2]
    if len(rarest) == 1:
        return rarest[0], True
    shared_by = {
        it: ctx.count(LETTER_WORDS, WITH_WORD, tokens=asked.readers, typed=it, up_to=_MANY, right_from=_RIGHT)
        for it in rarest
    }
    word = min(rarest, key=lambda it: shared_by[it])
    return word, shared_by[word] > 0


def _page(
    asked: _Asked, word: str, cursor: str | None, limit: int, ctx: ReadContext, *, slip: bool = False
) -> Page[tuple[str, LetterWords]]:
    bounds: Bounds = {**asked.bounds, "typed": word, "slip": slip}
    if slip:  # so many words: who holds more posts than fit is asked for by the first, the one they act as
        bounds["tokens"] = asked.readers[: MAX_TOKENS // len(slips(word))]
    return ctx.list(LETTER_WORDS, asked.query, cursor=cursor, limit=limit, right_from=_RIGHT, **bounds)
