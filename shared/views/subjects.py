"""What notices are about, in words: written by the system that asks for a notice, read by the portal alone."""

from __future__ import annotations

from dataclasses import dataclass

from shared.kernel.collections import TypedCollection
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class SubjectEvent:
    """What a mail's calendar file says beside the subject; ``sequence`` rises whenever the record says otherwise."""

    uid: str
    sequence: int
    ends_at: Instant
    description: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A record as a notice names it: its title and where it is looked at; when, where and what to know, if it has that.

    Of one that is secret a notice says only that there is something. With an ``event`` mail brings it to calendars.
    """

    id: str
    title: str
    link: str
    at: Instant | None = None
    is_secret: bool = False
    place: str = ""
    note: str = ""
    event: SubjectEvent | None = None


SUBJECTS = TypedCollection("subjects", Subject, key=lambda it: it.id)


def subject_id(collection: str, record_id: str) -> str:
    """Return the id of a record as a subject."""
    return f"{collection}:{record_id}"
