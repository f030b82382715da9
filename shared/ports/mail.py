"""Mail: short texts to one address each, through whatever server the office sends by.

The contract: ``send`` hands texts over one after the other and answers, in their order, what became of each: taken by
the server, refused for good (there is no such address), or not now (no server, no room, too many). What was not taken
may be sent again under the same id, by which receivers know a text that comes twice. It never raises for what a server
or a network does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class MailOutcome(StrEnum):
    """What became of a text."""

    TAKEN = "taken"
    REFUSED = "refused"
    NOT_NOW = "not-now"


@dataclass(frozen=True, slots=True)
class MailCalendar:
    """A calendar file that a text brings, and what it wants of the calendar (RFC 5546): its method."""

    method: str
    content: bytes


@dataclass(frozen=True, slots=True)
class MailMessage:
    """A text for one address; ``id`` is the same whenever it is sent again."""

    id: str
    to: str
    subject: str
    body: str
    calendar: MailCalendar | None = None


@dataclass(frozen=True, slots=True)
class MailResult:
    """What became of a text, and the server's own code where it said one: never an address."""

    outcome: MailOutcome
    reason: str = ""


class Mail(Protocol):
    """A way to send mail."""

    @property
    def sender(self) -> str:
        """The address that all texts come from."""
        ...

    def send(self, messages: Sequence[MailMessage]) -> list[MailResult]:
        """Hand the texts over; one result for each."""
        ...
