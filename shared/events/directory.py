"""What the directory tells the other systems, and itself while a job of its own goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import Event, JobMoved


@dataclass(frozen=True, slots=True)
class ImportCheckMoved(JobMoved):
    """The check of an employees' file has come so far."""

    topic: ClassVar[str] = "directory"
    import_id: str


@dataclass(frozen=True, slots=True)
class RotationMoved(JobMoved):
    """A rotation, or the undoing of one, has come so far."""

    topic: ClassVar[str] = "directory"
    rotation_id: str


@dataclass(frozen=True, slots=True)
class ImportApplyMoved(JobMoved):
    """The import of an employees' file has come so far."""

    topic: ClassVar[str] = "directory"
    import_id: str


@dataclass(frozen=True, slots=True)
class PostsTouched(Event):
    """What the posts of an organisation show has changed: those after a cursor; also those of all units below it."""

    topic: ClassVar[str] = "directory"
    organisation_id: str
    cursor: str
    below: bool


@dataclass(frozen=True, slots=True)
class HoldersTouched(Event):
    """What is shown of these people is to be written anew from the directory."""

    topic: ClassVar[str] = "directory"
    person_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganisationsFillMoved(JobMoved):
    """The organisations that come with the release are written so far."""

    topic: ClassVar[str] = "directory"


@dataclass(frozen=True, slots=True)
class OfficeFollowed(Event):
    """The records of a collection that follow an office which has moved have done so, up to a cursor."""

    topic: ClassVar[str] = "directory"
    organisation_id: str
    collection: str
    cursor: str
