"""End that somebody prepares in a chief's name."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.chief_post import chief_post
from functions.directory.domain.absence import NotYourAbsence
from functions.directory.domain.aides import end
from functions.directory.domain.appointing import OutsideYourOffice
from functions.directory.preparing import prepare_for, write_preparing
from shared.directory.acting import find_aides
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.values import Day


@dataclass(frozen=True, slots=True)
class AideToEnd:
    """Which aide of which post, and the last day; one before the first day takes it away."""

    position_id: str
    aide_position_id: str
    starts_on: Day
    last_day: Day


@dataclass(frozen=True, slots=True)
class AideEnded:
    """The last day is recorded."""

    position_id: str


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotYourAbsence, OutsideYourOffice))
def end_aide(ending: AideToEnd, ctx: Context) -> AideEnded:
    """Record the last day on which somebody prepares in a chief's name."""
    chief_post(ending.position_id, ctx)
    recorded = find_aides(ending.position_id, ctx)

    aides = end(recorded, ending.aide_position_id, ending.starts_on, ending.last_day)
    preparing = prepare_for(ending.position_id, aides, ending.aide_position_id, ctx)

    write_preparing(preparing, ctx)
    return AideEnded(ending.position_id)
