"""List the spot checks of a meeting and whom they drew, for those who run it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.listed_spot_check import ListedSpotCheck, listed_check
from functions.eagenda.spot_check_records import OF_AGENDA_BY_CHECK, SPOT_QUESTIONS
from functions.eagenda.spot_checks import RIGHT, find_checks, spot_check_policy
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class WhichSpotChecks:
    """Of which meeting."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class SpotCheckList:
    """All checks, the latest first, and how many people the next one draws and how long they have."""

    items: tuple[ListedSpotCheck, ...]
    people: int
    seconds_to_answer: int


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def list_spot_checks(which: WhichSpotChecks, ctx: ReadContext) -> SpotCheckList:
    """List the spot checks of a meeting; nobody but those who run it is told who was drawn."""
    agenda = organised_agenda(which.agenda_id, ctx)
    checks = find_checks(agenda.id, ctx)
    asked = (
        [it for _, it in ctx.every(SPOT_QUESTIONS, OF_AGENDA_BY_CHECK, equal=(agenda.id,), right_from=RIGHT)]
        if checks.latest_begun
        else []
    )
    policy = spot_check_policy(ctx)

    listed = tuple(listed_check(it, asked, ctx.now) for it in reversed(checks.checks))
    return SpotCheckList(listed, policy.people, policy.seconds_to_answer)
