"""What every system may ask of the portal: that people are told something; a lane of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import Event
from shared.rules.notice import NoticeKind, Urgency


@dataclass(frozen=True, slots=True)
class NoticeRequested(Event):
    """These people are to be told something about a subject (`shared.views.subjects`); the portal finds the words.

    So are those who hold these positions when it is written: what is to be done moves with a position, news does not.
    """

    topic: ClassVar[str] = "notices"

    kind: NoticeKind
    subject_id: str
    person_ids: tuple[str, ...]
    urgency: Urgency
    position_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MailDue(Event):
    """E-mail waits whose time has come; told again for whatever is still left then."""

    topic: ClassVar[str] = "notices"


@dataclass(frozen=True, slots=True)
class MailsRequested(Event):
    """E-mail to people without an account is written (`shared.views.outside_mails`) and is to go."""

    topic: ClassVar[str] = "notices"

    mail_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MailSettled(Event):
    """Of an e-mail to somebody without an account it is known whether a server took it; "" or why none did."""

    topic: ClassVar[str] = "notices"

    mail_id: str
    is_sent: bool
    reason: str
