"""What E-Office tells the other systems.

The contract of drafts of agendas. A letter of invitation, or a disposisi "untuk dihadiri", asks whoever holds a
position for an agenda; E-Agenda makes a draft of it and waits. Like every event it says ids, dates and codes alone:
hal, place, sender and number of the letter stand in `shared.views.letters`, which E-Office writes in the transaction
that emits the event, and takes away with the letter. Of a letter that is rahasia even that is said by nobody: the event
has neither times nor who attends, the view has no row, and whoever may read the letter opens it in E-Office.

Events come at least once and in no order, so each says the whole and carries its ``revision``, counted by E-Office for
each letter and position: a consumer that has a higher one, or the same, does nothing. Fields are only ever added, with
a default.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from shared.events.event import Event
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class EofficeEvent(Event):
    """Base of E-Office's events."""

    topic: ClassVar[str] = "eoffice"


class AgendaWish(StrEnum):
    """For what an agenda is asked: to call the meeting, or to be present at another's."""

    ORGANISE = "organise"
    ATTEND = "attend"


@dataclass(frozen=True, slots=True)
class AgendaAsked(EofficeEvent):
    """A letter asks the holder of a position for an agenda, or asks no more.

    ``ends_at`` is open where the letter says "sampai selesai". Those who attend are positions, whoever holds them on
    the day, and persons where the letter names them. ``disposisi_id`` is empty where the letter itself asks.
    """

    letter_id: str
    position_id: str
    wish: AgendaWish
    revision: int
    starts_at: Instant | None = None
    ends_at: Instant | None = None
    attending_position_ids: tuple[str, ...] = ()
    attending_person_ids: tuple[str, ...] = ()
    disposisi_id: str = ""
    is_secret: bool = False
    is_withdrawn: bool = False

    def __post_init__(self) -> None:
        """Hold the contract. Raises ValueError where a secret letter is told of: a mistake in the program."""
        if self.is_secret and (
            self.starts_at or self.ends_at or self.attending_position_ids or self.attending_person_ids
        ):
            message = f"letter {self.letter_id} is secret: its event says neither times nor who attends"
            raise ValueError(message)
