"""Disposisi: a letter handed down to those who deal with it, each with a state of their own, and further down again.

All disposisi of one letter are its tree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from functions.eoffice.domain.surat_masuk import Done
from shared.refusals import InvalidField, Refusal
from shared.values import Day, Instant

MOST_RECIPIENTS = 30


class RecipientState(StrEnum):
    """Where it stands with one to whom a letter was handed down."""

    UNREAD = "unread"
    READ = "read"
    FORWARDED = "forwarded"
    DONE = "done"
    RECALLED = "recalled"


OPEN = frozenset({RecipientState.UNREAD, RecipientState.READ, RecipientState.FORWARDED})
IN_HAND = frozenset({RecipientState.UNREAD, RecipientState.READ})


class NotInHand(Refusal):
    """The letter is not with the caller: it never was, or they have handed it down, finished or lost it."""

    title = "Surat ini tidak sedang di tangan Anda."


class DisposisiRead(Refusal):
    """The one to whom it went has opened it."""

    title = "Disposisi ini sudah dibaca."


class NotGiver(Refusal):
    """Somebody else gave the disposisi."""

    status = 403
    title = "Disposisi ini diberikan orang lain."


@dataclass(frozen=True, slots=True)
class Recipient:
    """One post to which a disposisi goes; the title is that of the day on which it was given."""

    position_id: str
    title: str
    state: RecipientState = RecipientState.UNREAD
    read_at: Instant | None = None
    read_by_name: str = ""
    done: Done | None = None


@dataclass(frozen=True, slots=True)
class Disposisi:
    """An instruction with its letter. ``parent_id`` is the disposisi by which the giver had it; "" from the addressee.

    ``from_name`` tells in whose name an aide gave it.
    """

    id: str
    letter_id: str
    parent_id: str
    from_position_id: str
    from_title: str
    from_name: str
    given_at: Instant
    phrases: tuple[str, ...]
    note: str
    due: Day
    recipients: tuple[Recipient, ...]
    asks_attendance: bool = False

    def find(self, position_id: str) -> Recipient | None:
        """Return how it stands with one post."""
        return next((it for it in self.recipients if it.position_id == position_id), None)

    @property
    def is_recalled(self) -> bool:
        """Whether none of those to whom it went has it any more."""
        return all(it.state is RecipientState.RECALLED for it in self.recipients)

    @property
    def is_done(self) -> bool:
        """Whether all to whom it went are done; one that was wholly recalled asks nothing of anybody."""
        return all(it.state not in OPEN for it in self.recipients)

    def with_recipient(self, recipient: Recipient) -> Disposisi:
        """Return the disposisi with this in the place of what it said of the same post."""
        others = tuple(recipient if it.position_id == recipient.position_id else it for it in self.recipients)
        return replace(self, recipients=others)


def check_given(phrases: tuple[str, ...], note: str, due: date, recipient_ids: tuple[str, ...], today: date) -> None:
    """Refuse a disposisi that asks nothing, of nobody, of one twice, or for a day that is over."""
    if not phrases and not note:
        raise InvalidField("/note", "Pilih isi disposisi atau tulis catatannya.")
    if not recipient_ids:
        raise InvalidField("/recipient_ids", "Pilih penerima disposisi.")
    if len(set(recipient_ids)) != len(recipient_ids):
        raise InvalidField("/recipient_ids", "Satu penerima dipilih dua kali.")
    if len(recipient_ids) > MOST_RECIPIENTS:
        raise InvalidField("/recipient_ids", f"Paling banyak {MOST_RECIPIENTS} penerima.")
    if due < today:
        raise InvalidField("/due", "Batas waktunya sudah lewat. Pilih hari ini atau sesudahnya.")


def read_by(recipient: Recipient, name: str, now: datetime) -> Recipient:
    """Return the recipient having read, as they were where they had before."""
    if recipient.state is not RecipientState.UNREAD:
        return recipient
    return replace(recipient, state=RecipientState.READ, read_at=now, read_by_name=name)


def forwarded(recipient: Recipient, name: str, now: datetime) -> Recipient:
    """Return the recipient having handed it further down."""
    return replace(read_by(recipient, name, now), state=RecipientState.FORWARDED)


def reported(recipient: Recipient, done: Done) -> Recipient:
    """Return the recipient having dealt with it."""
    return replace(read_by(recipient, done.by_name, done.at), state=RecipientState.DONE, done=done)


def recalled(recipient: Recipient) -> Recipient:
    """Return the recipient without it. Raises DisposisiRead once they have opened it."""
    if recipient.state is RecipientState.RECALLED:
        return recipient
    if recipient.state is not RecipientState.UNREAD:
        raise DisposisiRead(f"Dibaca oleh {recipient.read_by_name}. Bicarakan langsung dengan penerimanya.")
    return replace(recipient, state=RecipientState.RECALLED)
