"""What the directory tells the other systems, and itself while a job of its own goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import JobMoved


@dataclass(frozen=True, slots=True)
class ImportCheckMoved(JobMoved):
    """The check of an employees' file has come so far."""

    topic: ClassVar[str] = "directory"
    import_id: str


@dataclass(frozen=True, slots=True)
class ImportApplyMoved(JobMoved):
    """The import of an employees' file has come so far."""

    topic: ClassVar[str] = "directory"
    import_id: str
