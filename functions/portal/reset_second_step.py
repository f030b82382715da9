"""Reset the second step of somebody who has lost their telephone and their recovery codes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.portal.domain.account import PersonOfTheRegency, PersonOutsideYourOffice
from functions.portal.managed_person import managed_person
from functions.portal.no_second_step import without_second_step
from functions.portal.records import OPEN_SESSIONS, SESSIONS
from shared.accounts.proof import ProofNeeded, require_recent_proof
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing

_RIGHT = "the right to manage the person's office"


@dataclass(frozen=True, slots=True)
class SecondStepToReset:
    """Whose."""

    person_id: str


@dataclass(frozen=True, slots=True)
class SecondStepReset:
    """The person signs in by the password alone and can begin anew; ``already`` when there was none."""

    already: bool


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, PersonOutsideYourOffice, PersonOfTheRegency, ProofNeeded),
)
def reset_second_step(resetting: SecondStepToReset, ctx: Context) -> SecondStepReset:
    """Reset another person's second step; they are signed out everywhere."""
    require_recent_proof(ctx)
    person = managed_person(resetting.person_id, ctx)
    if not person.second_step:
        return SecondStepReset(already=True)
    sessions = [it for _, it in ctx.every(SESSIONS, OPEN_SESSIONS, equal=(person.id, False), right_from=_RIGHT)]
    write = without_second_step(person, ctx, _RIGHT)

    write()
    for session in sessions:
        ctx.put(SESSIONS, replace(session, ended=True))
    return SecondStepReset(already=False)
