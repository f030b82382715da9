"""A letter that comes twice: by post and by messenger, or to two desks of one office."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from shared.refusals import Refusal
from shared.values import fingerprint


class LetterRegistered(Refusal):
    """A letter of this sender with this number is in the office's book already."""

    title = "Surat ini tampaknya sudah terdaftar."


@dataclass(frozen=True, slots=True)
class Registered:
    """A letter in the book of an office, as a second one like it is told of."""

    letter_id: str
    nomor_agenda: str

    @property
    def place(self) -> tuple[int, int]:
        """Return where it stands among the letters of all years: by its year, then by its number there."""
        serial, year = self.nomor_agenda.split("/")
        return int(year), int(serial)


@dataclass(frozen=True, slots=True)
class SameLetters:
    """All letters in an office's book that one sender gave one number: what two clerks at one moment both write."""

    id: str
    letters: tuple[Registered, ...] = ()

    def with_letter(self, letter: Registered) -> SameLetters:
        """Return them with one more, the oldest first, also where a correction made an old one the same."""
        return replace(self, letters=tuple(sorted((*self.letters, letter), key=lambda it: it.place)))

    def without(self, letter_id: str) -> SameLetters:
        """Return them without one that is corrected or taken back."""
        return replace(self, letters=tuple(it for it in self.letters if it.letter_id != letter_id))


def same_letters_id(organisation_id: str, sender: str, number: str) -> str:
    """Return the one key of a sender's number at an office, however it is spaced, dotted or written."""
    return fingerprint(organisation_id, folded(sender), folded(number))


def folded(text: str) -> str:
    """Return a text as it is compared: small letters and digits without accents, and nothing between them."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def require_reason(same: SameLetters, reason: str) -> str:
    """Return why a letter that seems to be there comes into the book again; "" for one that does not.

    Raises LetterRegistered where the clerk does not say.
    """
    if same.letters and not reason:
        last = same.letters[-1]
        raise LetterRegistered(
            f"Nomor agendanya {last.nomor_agenda}. Bila memang lain, isi alasannya lalu simpan.",
            nomor_agenda=last.nomor_agenda,
            letter_id=last.letter_id,
        )
    return reason if same.letters else ""
