"""What E-Agenda tells itself while it works on a series; beside `eagenda`, so that a scan does not load it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.eagenda import EagendaEvent
from shared.events.event import JobMoved


@dataclass(frozen=True, slots=True)
class SeriesWritingMoved(JobMoved):
    """So many parts of a new series are written."""

    topic: ClassVar[str] = "eagenda"
    series_id: str


@dataclass(frozen=True, slots=True)
class SeriesChangingMoved(JobMoved):
    """So many of the later days of a series are changed as an earlier one was."""

    topic: ClassVar[str] = "eagenda"
    series_id: str


@dataclass(frozen=True, slots=True)
class SeriesListMoved(JobMoved):
    """So many parts are done of changing who is invited to the later days of a series."""

    topic: ClassVar[str] = "eagenda"
    series_id: str


@dataclass(frozen=True, slots=True)
class SeriesMoved(EagendaEvent):
    """From one of its days on, a series takes place at another time or place."""

    series_id: str
    agenda_id: str


@dataclass(frozen=True, slots=True)
class SeriesCancelled(EagendaEvent):
    """From one of its days on, a series does not take place."""

    series_id: str
    agenda_id: str
