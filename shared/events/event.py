"""The base of every event, and the envelope in which it travels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from shared.values import Instant

_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Event:
    """A fact that happened. Fields are ids, dates and codes: never names, numbers of persons or free text."""

    # The lane in which it travels and the first part of its name: the system that tells it, or a lane of its own that
    # nothing else can block, such as ``approvals``.
    topic: ClassVar[str]

    @classmethod
    def event_name(cls) -> str:
        """Return the name on the wire: ``eagenda.agenda-cancelled``."""
        return f"{cls.topic}.{_WORD_START.sub('-', cls.__name__).lower()}"


@dataclass(frozen=True, slots=True)
class JobMoved(Event):
    """Base of the events that carry a job on, one class for each kind of job: so many of its rows are done."""

    job_id: str
    done: int


@dataclass(frozen=True, slots=True)
class EventEnvelope:
    """An event on its way: what happened, when, by whose act, and what caused it."""

    id: str
    name: str
    at: Instant
    actor: str
    organisation_id: str
    caused_by: str
    data: dict[str, Any]
    schema: int = 1
