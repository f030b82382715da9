"""Guests from outside the regency who are invited by e-mail, and what they answer by their personal link."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.domain.answer import NOT_ANSWERED, Answer, AnswerKind
from functions.eagenda.domain.attendance import RefusedScan
from functions.eagenda.domain.codes import is_current_short_code, slot_of, slot_of_link_code
from functions.eagenda.domain.guest_invite_policy import GuestInvitePolicy
from functions.eagenda.domain.presented_code import CodeExpired
from shared.refusals import InvalidField, Refusal
from shared.values import Instant

if TYPE_CHECKING:
    from shared.values import Secret


class GuestMailState(StrEnum):
    """What became of the latest e-mail to a guest; refused: their address takes none, failed: no server took it."""

    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"
    FAILED = "failed"


class InvitedGuestState(StrEnum):
    """Whether the invitation stands; one that was withdrawn is kept as a trace, without the address."""

    INVITED = "invited"
    WITHDRAWN = "withdrawn"


class GuestLinkEnded(Refusal):
    """The link is none of ours, or its invitation was withdrawn, or the meeting is long over: all alike."""

    status = 410
    title = "Tautan undangan ini tidak berlaku lagi."


@dataclass(frozen=True, slots=True)
class GuestMail:
    """The latest e-mail to a guest: ``number`` of them were written; ``reason`` is the mail server's own code."""

    number: int
    state: GuestMailState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InvitedGuest:
    """Somebody without an account who is invited; present since ``attended_at``."""

    id: str
    agenda_id: str
    name: str
    institution: str
    email: str
    forget_email_at: Instant | None
    mail: GuestMail
    answer: Answer = NOT_ANSWERED
    state: InvitedGuestState = InvitedGuestState.INVITED
    attended_at: Instant | None = None

    @property
    def mail_id(self) -> str:
        """The id of the latest e-mail."""
        return f"{self.id}.{self.mail.number}"


def guest_of_mail(mail_id: str) -> str:
    """Return whose an e-mail is, if it is one to a guest."""
    return mail_id.rpartition(".")[0]


def withdrawn(guest: InvitedGuest) -> InvitedGuest:
    """Return the guest who is not invited any more; the address has served."""
    return replace(forget_email(guest), state=InvitedGuestState.WITHDRAWN)


def forget_email(guest: InvitedGuest) -> InvitedGuest:
    """Take the address out of the row."""
    return replace(guest, email="", forget_email_at=None)


def with_mail(guest: InvitedGuest) -> InvitedGuest:
    """Return the guest to whom another e-mail is written."""
    return replace(guest, mail=GuestMail(guest.mail.number + 1, GuestMailState.WAITING))


def is_unreached(guest: InvitedGuest) -> bool:
    """Whether the latest e-mail reached nobody: then there is nothing to take back by another one."""
    return guest.mail.state in {GuestMailState.REFUSED, GuestMailState.FAILED}


def settled_mail(guest: InvitedGuest, mail_id: str, reason: str, *, is_sent: bool) -> InvitedGuest:
    """Return the guest with what became of an e-mail; of an earlier one nothing is noted."""
    if guest.mail_id != mail_id:
        return guest
    if is_sent:
        state = GuestMailState.SENT
    else:
        state = GuestMailState.REFUSED if reason[:1] == "5" or reason == "address" else GuestMailState.FAILED
    return replace(guest, mail=replace(guest.mail, state=state, reason=reason))


def is_link_good(guest: InvitedGuest, agenda: Agenda, policy: GuestInvitePolicy, now: datetime) -> bool:
    """Whether the personal link of a guest still leads somewhere."""
    return guest.state is InvitedGuestState.INVITED and now < agenda.ends_at + policy.link_good


def answer_as_guest(guest: InvitedGuest, kind: AnswerKind, reason: str, now: datetime) -> InvitedGuest:
    """Return the guest with their answer. Raises InvalidField: a guest comes or does not, nobody is sent instead."""
    if kind not in {AnswerKind.COMING, AnswerKind.NOT_COMING}:
        raise InvalidField("/kind", "Pilih hadir atau tidak hadir.")
    return replace(guest, answer=Answer(kind, on_one_line(reason), at=now))


def slot_before(guest: InvitedGuest, hall: str, code: str, secret: Secret | None, now: datetime) -> int:
    """Return the slot of a hall's code that a guest scanned or typed. Raises CodeExpired; keeps the refused scan."""
    slot = None
    if secret is not None:
        slot = slot_of_link_code(code, secret, hall, now)
        if slot is None and is_current_short_code(code, secret, hall, now):
            slot = slot_of(now)
    if slot is None:
        refusal = CodeExpired("Pindai atau ketik kode yang sedang tampil di layar.")
        refusal.keep = (RefusedScan(guest.agenda_id, "", guest.name, refusal.slug(), now),)
        raise refusal
    return slot


def on_one_line(text: str) -> str:
    """Return a text without line ends and what does not show."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
