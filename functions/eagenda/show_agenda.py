"""Show one agenda to those who run it and those who are invited."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaState, Sheet, may_organise
from functions.eagenda.domain.change import Change
from functions.eagenda.domain.provisional_scan import ProvisionalScan, ScanState
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS
from functions.eagenda.records import AGENDAS, ATTENDANCE, INVITATIONS, OF_AGENDA_IN_ORDER, participation_key
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN, Permission
from shared.refusals import RecordMissing
from shared.values import Instant

_OWN = "the caller's own participation"


@dataclass(frozen=True, slots=True)
class WhichAgenda:
    """The agenda to show."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class OwnKeptScan:
    """The caller's scan that was kept on their phone, and what the organiser says to it."""

    state: ScanState
    scanned_at: Instant
    reason: str | None


@dataclass(frozen=True, slots=True)
class ShownAgenda:
    """An agenda, what the caller may do with it, and the caller's own part in it."""

    id: str
    version: int
    title: str
    description: str
    place: str
    starts_at: Instant
    ends_at: Instant
    opens_at: Instant
    closes_at: Instant
    state: AgendaState
    cancel_reason: str | None
    organiser_name: str
    organisation_name: str
    invited_count: int
    present_count: int
    show_names: bool
    admit_guests: bool
    visibility: Visibility
    last_move: Change | None
    may_organise: bool
    invited: bool
    attended_at: Instant | None
    kept_scan: OwnKeptScan | None
    sheet: Sheet | None


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_agenda(which: WhichAgenda, ctx: ReadContext) -> ShownAgenda:
    """Show an agenda that the caller runs, may read, or is invited to."""
    key = participation_key(which.agenda_id, ctx.actor.id)
    invitation = ctx.find(INVITATIONS, key, right_from=_OWN)
    agenda = ctx.get(AGENDAS, which.agenda_id, right_from="the caller's invitation" if invitation else "")
    own = ctx.find(ATTENDANCE, key, right_from=_OWN)
    kept = ctx.find(PROVISIONAL_SCANS, key, right_from=_OWN)
    present = ctx.count(
        ATTENDANCE, OF_AGENDA_IN_ORDER, equal=(agenda.id,), up_to=agenda.invited_count, right_from="the agenda"
    )

    organises = (
        Permission.ORGANISE_AGENDA in ctx.actor.permissions
        and ctx.find(AGENDAS, agenda.id) is not None  # whoever is only invited to a secret one does not run it
        and may_organise(agenda, ctx.actor.id, ctx.actor.organisation_id)
    )
    return ShownAgenda(
        id=agenda.id,
        version=ctx.version(AGENDAS, agenda.id),
        title=agenda.title,
        description=agenda.description,
        place=agenda.place,
        starts_at=agenda.starts_at,
        ends_at=agenda.ends_at,
        opens_at=agenda.opens_at,
        closes_at=agenda.closes_at,
        state=agenda.state,
        cancel_reason=agenda.cancel_reason,
        organiser_name=agenda.organiser.name,
        organisation_name=agenda.organiser.organisation_name,
        invited_count=agenda.invited_count,
        present_count=present,
        show_names=agenda.show_names,
        admit_guests=agenda.admit_guests,
        visibility=agenda.visibility,
        last_move=next((it for it in reversed(agenda.changes) if it.reason), None),
        may_organise=organises,
        invited=invitation is not None,
        attended_at=own.at if own else None,
        kept_scan=_own(kept) if kept else None,
        sheet=agenda.sheet,
    )


def _own(kept: ProvisionalScan) -> OwnKeptScan:
    return OwnKeptScan(kept.state, kept.scanned_at, kept.decision.reason if kept.decision else None)
