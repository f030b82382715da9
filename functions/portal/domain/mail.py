"""E-mail on its way: it waits until a server takes it, for days if need be, and is then given up with a notice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from shared.rules.notice import NoticeKind
from shared.values import Instant

# Habits of mail servers: they try for four or five days (RFC 5321, section 4.5.4.1), at least every half hour at first.
GIVEN_UP_AFTER = timedelta(days=4)
LONGEST_PAUSE = timedelta(minutes=30)
LEASE = timedelta(minutes=5)  # longer than any batch takes; whoever took one and died lets it go after this
TOGETHER = 20


class MailState(StrEnum):
    """What became of an e-mail; the first waits, the others are final."""

    WAITING = "waiting"
    SENT = "sent"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Mail:
    """One e-mail to one person; the address is looked up when it goes. No kind: the daily digest.

    No person: it goes to somebody without an account, and its text stands under its id in `shared.views.outside_mails`.

    ``reason`` is the mail server's code, or a word of ours, after the last try.
    """

    id: str
    person_id: str
    kind: NoticeKind | None
    link: str
    asked_at: Instant
    due_at: Instant
    state: MailState = MailState.WAITING
    attempts: int = 0
    reason: str = ""
    settled_at: Instant | None = None
    subject_id: str = ""  # what it is about; mail from before calendar files does not say


def taken_up(mail: Mail, now: datetime) -> Mail:
    """Return the mail while somebody sends it: nobody else takes it up until the lease ends."""
    return replace(mail, due_at=now + LEASE, attempts=mail.attempts + 1)


def sent(mail: Mail, now: datetime) -> Mail:
    """Return the mail that a server took."""
    return replace(mail, state=MailState.SENT, reason="", settled_at=now)


def refused(mail: Mail, reason: str, now: datetime) -> Mail:
    """Return the mail that no server will take."""
    return replace(mail, state=MailState.GIVEN_UP, reason=reason, settled_at=now)


def put_off(mail: Mail, reason: str, now: datetime) -> Mail:
    """Return the mail that is tried again, after a growing pause; or given up, after days."""
    if now - mail.asked_at >= GIVEN_UP_AFTER:
        return refused(mail, reason, now)
    pause = min(timedelta(minutes=2 ** min(mail.attempts - 1, 10)), LONGEST_PAUSE)
    return replace(mail, due_at=now + pause, reason=reason)
