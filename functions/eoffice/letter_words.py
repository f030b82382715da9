"""What letters are found by: their words and readers, kept beside each letter that is not secret."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from functions.eoffice.domain.surat_masuk import LetterState
from functions.eoffice.domain.word_places import says_words, text_words
from functions.eoffice.letter_scans import text_name
from functions.eoffice.listed_surat_masuk import ListedSuratMasuk, listed_surat_masuk
from functions.eoffice.surat_masuk import letter_readers
from shared.kernel.collections import ListQuery, TypedCollection
from shared.rebuild.change import Change, Removal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from functions.eoffice.domain.surat_masuk import SuratMasuk
    from shared.kernel.context import Context

_RIGHT = "the letter"


@dataclass(frozen=True, slots=True)
class LetterWords:
    """A letter as a list shows it, who may find it, and its words: those of the book first, then those of its scan."""

    listed: ListedSuratMasuk
    readers: tuple[str, ...]
    words: tuple[str, ...]


WITH_WORD = ListQuery(contains_any="readers", words="words")
FOUND = ListQuery(order="listed.registered_at", descending=True, contains_any="readers", words="words")
FOUND_IN_STATE = replace(FOUND, equal=("listed.state",))
FOUND_OF_URGENSI = replace(FOUND, equal=("listed.urgensi",))

LETTER_WORDS = TypedCollection(
    "letter_words",
    LetterWords,
    key=lambda it: it.listed.id,
    matter=lambda it: it.listed.id,
    queries=(WITH_WORD, FOUND, FOUND_IN_STATE, FOUND_OF_URGENSI),
)


def find_letter_words(letter: SuratMasuk, ctx: Context) -> LetterWords | None:
    """Return what a letter is found by, to be written anew in this transaction; None where it is found by nothing."""
    return ctx.find(LETTER_WORDS, letter.id, right_from=_RIGHT)


def letter_words(letter: SuratMasuk, text: str) -> LetterWords:
    """Return what a letter is found by whose scan says so."""
    words = dict.fromkeys((*says_words(letter.says, letter.nomor_agenda), *text_words(text)))
    return _of(letter, tuple(words))


def enter_letter_words(letter: SuratMasuk, ctx: Context) -> None:
    """Let a new letter be found."""
    if not letter.is_secret:
        ctx.create(LETTER_WORDS, letter_words(letter, _text(letter, ctx)))


def keep_letter_words(letter: SuratMasuk, before: LetterWords | None, ctx: Context) -> None:
    """Let a letter be found as it stands now by those who may read it now; its words are those of before."""
    if before is not None and (after := _of(letter, before.words)) != before:
        ctx.put(LETTER_WORDS, after)


def correct_letter_words(letter: SuratMasuk, before: LetterWords | None, ctx: Context) -> None:
    """Let a letter be found by what its book says now; by nothing once it is secret."""
    for change in _changes(letter, before, ctx):
        change.write(ctx)


def outdated_letter_words(_: str, letter: SuratMasuk, ctx: Context) -> Iterator[Change[Any] | Removal]:
    """Return what is to be written anew, because the letter and its scan say so."""
    yield from _changes(letter, find_letter_words(letter, ctx), ctx)


def _changes(letter: SuratMasuk, before: LetterWords | None, ctx: Context) -> Iterator[Change[Any] | Removal]:
    if letter.is_secret:
        if before is not None:
            yield Removal(LETTER_WORDS, letter.id)
        return
    after = letter_words(letter, _text(letter, ctx))
    if after != before:
        yield Change(LETTER_WORDS, after, is_new=before is None)


def _text(letter: SuratMasuk, ctx: Context) -> str:
    """Return the text of a letter's scan: no record, and it never changes, so nothing has to guard it.

    That of an entry which was taken back is not the letter's any more: its scan may be entered again, and as secret.
    """
    if letter.state is LetterState.CANCELLED:
        return ""
    return (ctx.ports.documents.load(text_name(letter.file.id)) or b"").decode(errors="replace")


def _of(letter: SuratMasuk, words: tuple[str, ...]) -> LetterWords:
    return LetterWords(listed_surat_masuk(letter), letter_readers(letter), words)
