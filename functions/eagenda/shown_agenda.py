"""An agenda as the portal shows it to those who run it, may read it or are invited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState, Sheet
from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.attendance import Attendance, Invitation
from functions.eagenda.domain.change import BookedRoom, Change
from functions.eagenda.domain.materials import Materials
from functions.eagenda.domain.provisional_scan import ProvisionalScan, ScanState
from functions.eagenda.domain.sharing import may_see
from functions.eagenda.domain.visibility import Visibility
from shared.values import Instant

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.agenda import Agenda


@dataclass(frozen=True, slots=True)
class OwnKeptScan:
    """The caller's scan that was kept on their phone, and what the organiser says to it."""

    state: ScanState
    scanned_at: Instant
    reason: str | None


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """What the caller answered to their invitation, and in whose place they are invited ("mewakili …")."""

    kind: AnswerKind
    reason: str
    deputy_name: str
    represents: str


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
    kind: AgendaKind
    dress: str
    online_link: str
    materials: Materials | None
    room: BookedRoom | None
    may_organise: bool
    invited: bool
    attended_at: Instant | None
    kept_scan: OwnKeptScan | None
    own_answer: OwnAnswer | None
    sheet: Sheet | None


@dataclass(frozen=True, slots=True)
class Part:
    """The caller's own part in an agenda."""

    organises: bool
    invitation: Invitation | None
    attendance: Attendance | None
    kept: ProvisionalScan | None


def shown_agenda(agenda: Agenda, version: int, present_count: int, part: Part, now: datetime) -> ShownAgenda:
    """Return what somebody is shown: links only of those to whom they are given."""
    own, kept = part.attendance, part.kept
    may_have_materials = may_see(agenda, organises=part.organises, attended=own is not None, now=now)
    return ShownAgenda(
        id=agenda.id,
        version=version,
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
        present_count=present_count,
        show_names=agenda.show_names,
        admit_guests=agenda.admit_guests,
        visibility=agenda.visibility,
        kind=agenda.kind,
        dress=agenda.dress,
        online_link=agenda.online_link if part.organises or part.invitation else "",
        materials=agenda.materials if may_have_materials else None,
        room=agenda.room,
        last_move=next((it for it in reversed(agenda.changes) if it.reason), None),
        may_organise=part.organises,
        invited=part.invitation is not None,
        attended_at=own.at if own else None,
        kept_scan=_own(kept) if kept else None,
        own_answer=_answer(part.invitation) if part.invitation else None,
        sheet=agenda.sheet,
    )


def _answer(invitation: Invitation) -> OwnAnswer:
    given, represented = invitation.answer, invitation.represents
    return OwnAnswer(given.kind, given.reason, given.deputy_name, represented.words if represented else "")


def _own(kept: ProvisionalScan) -> OwnKeptScan:
    return OwnKeptScan(kept.state, kept.scanned_at, kept.decision.reason if kept.decision else None)
