"""An agenda as the portal shows it to those who run it, may read it or are invited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState, Sheet
from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.attendance import Attendance
from functions.eagenda.domain.change import BookedRoom, Change
from functions.eagenda.domain.invitation import Invitation
from functions.eagenda.domain.leaving import leaving_time
from functions.eagenda.domain.map_point import Distance, MapPoint
from functions.eagenda.domain.materials import Materials
from functions.eagenda.domain.provisional_scan import ProvisionalScan, ScanState
from functions.eagenda.domain.sharing import may_see
from functions.eagenda.domain.visibility import Visibility
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Mapping
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
class OwnTimes:
    """When the caller came to a sitting or the whole, how far off, and left; what they scanned without a network."""

    attended_at: Instant | None
    left_at: Instant | None
    kept_scan: OwnKeptScan | None
    kept_leaving: OwnKeptScan | None
    distance: Distance | None


@dataclass(frozen=True, slots=True)
class ShownSitting:
    """A sitting, how many are present at it, and the caller's own part in it. Leaving counts from ``leave_from`` on."""

    id: str
    title: str
    starts_at: Instant
    ends_at: Instant
    opens_at: Instant
    closes_at: Instant
    leave_from: Instant | None
    present_count: int
    own: OwnTimes


@dataclass(frozen=True, slots=True)
class ShownAgenda:
    """An agenda, what the caller may do with it, and the caller's own part in it.

    Of an agenda with sittings ``present_count`` is that of the one whose attendance is taken or was taken last, and
    ``attended_at`` when the caller came first; ``own`` is of the whole, and None where there are sittings.
    """

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
    point: MapPoint | None
    asks_position: bool
    may_organise: bool
    invited: bool
    attended_at: Instant | None
    kept_scan: OwnKeptScan | None
    own_answer: OwnAnswer | None
    sheet: Sheet | None
    sittings: tuple[ShownSitting, ...]
    leaving_minutes: int | None
    leave_from: Instant | None
    own: OwnTimes | None
    in_series: bool


@dataclass(frozen=True, slots=True)
class Own:
    """The caller's attendance of a sitting or of the whole, and their kept scans: of coming and of leaving."""

    attendance: Attendance | None
    kept: ProvisionalScan | None
    kept_leaving: ProvisionalScan | None

    @property
    def shown(self) -> OwnTimes:
        """Return what the caller is shown of it."""
        one, kept, leaving = self.attendance, self.kept, self.kept_leaving
        return OwnTimes(
            one.at if one else None,
            one.left_at if one else None,
            _kept(kept) if kept else None,
            _kept(leaving) if leaving else None,
            one.distance if one else None,
        )


@dataclass(frozen=True, slots=True)
class Part:
    """The caller's own part in an agenda: by sitting, or under no name of the whole."""

    organises: bool
    invitation: Invitation | None
    own: Mapping[str, Own]


def shown_agenda(
    agenda: Agenda, version: int, present_count: int, present_at: Mapping[str, int], part: Part, now: datetime
) -> ShownAgenda:
    """Return what somebody is shown: links only of those to whom they are given."""
    came = [it.attendance.at for it in part.own.values() if it.attendance]
    may_have_materials = may_see(agenda, organises=part.organises, attended=bool(came), now=now)
    whole = part.own.get("")
    leaving = None if agenda.sittings else leaving_time(agenda, agenda)
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
        point=agenda.point,
        asks_position=agenda.asks_position,
        last_move=next((it for it in reversed(agenda.changes) if it.reason), None),
        may_organise=part.organises,
        invited=part.invitation is not None,
        attended_at=min(came, default=None),
        kept_scan=whole.shown.kept_scan if whole else None,
        own_answer=_answer(part.invitation) if part.invitation else None,
        sheet=agenda.sheet,
        sittings=tuple(
            ShownSitting(
                it.id,
                it.title,
                it.starts_at,
                it.ends_at,
                it.opens_at,
                it.closes_at,
                time[0] if (time := leaving_time(agenda, it)) else None,
                present_at[it.id],
                part.own[it.id].shown,
            )
            for it in agenda.sittings
        ),
        leaving_minutes=agenda.leaving_minutes,
        leave_from=leaving[0] if leaving else None,
        own=whole.shown if whole else None,
        in_series=agenda.series is not None,
    )


def _answer(invitation: Invitation) -> OwnAnswer:
    given, represented = invitation.answer, invitation.represents
    return OwnAnswer(given.kind, given.reason, given.deputy_name, represented.words if represented else "")


def _kept(kept: ProvisionalScan) -> OwnKeptScan:
    return OwnKeptScan(kept.state, kept.scanned_at, kept.decision.reason if kept.decision else None)
