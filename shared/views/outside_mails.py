"""E-mail to people without an account: written by the system that asks for it, read by the portal alone."""

from __future__ import annotations

from dataclasses import dataclass

from shared.kernel.collections import TypedCollection
from shared.rules.notice import NoticeKind
from shared.values import Secret


@dataclass(frozen=True, slots=True)
class OutsideMail:
    """A text to one address, which its writer takes away when it is settled, or sooner where it is not to go any more.

    The body is a secret since it holds the receiver's own link. ``kind`` says what the calendar file of the subject
    wants of the receiver's calendar.
    """

    id: str
    address: str
    name: str
    title: str
    body: Secret
    kind: NoticeKind
    subject_id: str


OUTSIDE_MAILS = TypedCollection("outside_mails", OutsideMail, key=lambda it: it.id)
