"""Let the holder of a position prepare in the name of another one's holder."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.chief_post import chief_post
from functions.directory.domain.absence import NotYourAbsence
from functions.directory.domain.aides import AideElsewhere, TooManyAides, assign, post_near
from functions.directory.domain.appointing import OutsideYourOffice
from functions.directory.preparing import prepare_for, write_preparing
from shared.directory.acting import find_aides
from shared.directory.standing import find_standing
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.acting_for import Aide, AideKind
from shared.rules.calendar import wib_date
from shared.values import Day


@dataclass(frozen=True, slots=True)
class NewAide:
    """Who prepares for the holder of which post, as what, from when; without a last day, for as long as it lasts."""

    position_id: str
    person_id: str
    kind: AideKind
    starts_on: Day
    ends_on: Day | None = None


@dataclass(frozen=True, slots=True)
class AideAssigned:
    """The aide's post is recorded, whoever holds it later; ``already`` when the very same was before."""

    aide_position_id: str
    already: bool


@operation(
    permission=SIGNED_IN, refuses=(RecordMissing, NotYourAbsence, OutsideYourOffice, AideElsewhere, TooManyAides)
)
def assign_aide(new: NewAide, ctx: Context) -> AideAssigned:
    """Let a secretary or an ajudan prepare in a chief's name; the chief decides still."""
    chief = chief_post(new.position_id, ctx)
    standing = find_standing(ctx.ports.cached, new.person_id, ctx.now)
    recorded = find_aides(new.position_id, ctx)

    own = post_near(standing.on(wib_date(ctx.now)) if standing else (), chief.path[0])
    aide = Aide(own.position_id, new.kind, new.starts_on, new.ends_on)
    aides = assign(recorded, aide, new.position_id)
    preparing = prepare_for(new.position_id, aides, own.position_id, ctx) if aides != recorded else None

    if preparing:
        write_preparing(preparing, ctx)
    return AideAssigned(own.position_id, already=aides == recorded)
