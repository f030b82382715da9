"""What becomes of a letter that came in: read, corrected, taken back, handed down, dealt with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eoffice.domain.letter import FIELD_WORDS, LetterSays, in_words
from functions.eoffice.domain.surat_masuk import (
    Addressee,
    Correction,
    Done,
    FieldChange,
    LetterCancelled,
    LetterDone,
    LetterHandedDown,
    LetterRead,
    LetterState,
    SuratMasuk,
)
from functions.eoffice.domain.tree import is_tree_done, readers_of

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eoffice.domain.disposisi import Disposisi
    from functions.eoffice.domain.tree import Tree


def require_standing(letter: SuratMasuk) -> None:
    """Refuse a letter whose entry was taken back."""
    if letter.state is LetterState.CANCELLED:
        raise LetterCancelled(f"Alasan: {letter.cancel_reason}")


def read_by(letter: SuratMasuk, name: str, now: datetime) -> SuratMasuk:
    """Return the letter read, as it was where it had been read before."""
    require_standing(letter)
    return letter if letter.read_at else replace(letter, read_at=now, read_by_name=name)


def corrected(letter: SuratMasuk, says: LetterSays, addressee: Addressee, made: Correction) -> SuratMasuk:
    """Return the letter as it says now, with what that changed; as it was where nothing did.

    Raises LetterCancelled, and LetterRead where another post is to have what the first has opened.
    """
    require_standing(letter)
    changes = [
        FieldChange(FIELD_WORDS[name], in_words(name, letter.says), in_words(name, says))
        for name in FIELD_WORDS
        if getattr(letter.says, name) != getattr(says, name)
    ]
    if addressee.position_id != letter.addressee.position_id:
        _require_unread(letter, "Minta penerimanya meneruskan lewat disposisi.")
        changes.append(FieldChange("Diteruskan kepada", letter.addressee.title, addressee.title))
    if not changes:
        return letter
    complete = replace(made, changes=tuple(changes))
    return replace(letter, says=says, addressee=addressee, corrections=(*letter.corrections, complete))


def cancelled(letter: SuratMasuk, reason: str) -> SuratMasuk:
    """Return the letter with its entry taken back; its agenda number stays in the book.

    Raises LetterRead once whoever it is for has opened it.
    """
    if letter.state is LetterState.CANCELLED:
        return letter
    _require_unread(letter, "Pendaftarannya tidak dapat dibatalkan lagi. Perbaiki isinya bila keliru.")
    return replace(letter, state=LetterState.CANCELLED, cancel_reason=reason)


def finished(letter: SuratMasuk, done: Done) -> SuratMasuk:
    """Return the letter dealt with.

    Raises LetterCancelled, LetterDone where it was before, and LetterHandedDown while others have it.
    """
    require_standing(letter)
    if letter.state is LetterState.DISPOSED:
        raise LetterHandedDown("Surat selesai dengan sendirinya setelah semua penerima disposisi melapor.")
    if letter.done:
        raise LetterDone(f"Oleh {letter.done.by_name}: {letter.done.note}")
    read = letter if letter.read_at else replace(letter, read_at=done.at, read_by_name=done.by_name)
    return replace(read, state=LetterState.DONE, done=done)


def _require_unread(letter: SuratMasuk, way_out: str) -> None:
    if letter.read_at:
        raise LetterRead(f"Dibaca oleh {letter.read_by_name}. {way_out}")


def disposed(letter: SuratMasuk, tree: Tree, given: Disposisi, now: datetime) -> SuratMasuk:
    """Return the letter as it stands after one more disposisi: with those to whom it went, wherever in the tree."""
    read = letter if letter.read_at else replace(letter, read_at=now, read_by_name=given.from_name)
    return replace(
        read,
        state=LetterState.DISPOSED,
        disposisi_ids=(*letter.disposisi_ids, given.id),
        readers_at=readers_of((*tree, given)),
    )


def require_in_hand(letter: SuratMasuk) -> None:
    """Refuse a letter that was taken back, or is dealt with: there is nothing to hand down."""
    require_standing(letter)
    if letter.done:
        raise LetterDone(f"Oleh {letter.done.by_name}: {letter.done.note}")


def dealt_with(letter: SuratMasuk, now: datetime) -> SuratMasuk:
    """Return the letter as dealt with because all to whom it was handed down are done."""
    done = Done(now, "", letter.addressee.title, "Semua penerima disposisi selesai.")
    return replace(letter, state=LetterState.DONE, done=done)


def after_recall(letter: SuratMasuk, tree: Tree, *, is_back: bool, now: datetime) -> SuratMasuk:
    """Return the letter after one had it taken back: with its addressee again, dealt with, or still below."""
    shown = replace(letter, readers_at=readers_of(tree))
    if is_back:
        return replace(shown, state=LetterState.WAITING)
    return dealt_with(shown, now) if letter.state is LetterState.DISPOSED and is_tree_done(tree) else shown
