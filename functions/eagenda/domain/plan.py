"""Planning an agenda: what an organiser fills in, and what of it contradicts itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from functions.eagenda.domain.agenda import LONGEST, MOST_INVITED, Agenda, Organiser
from functions.eagenda.domain.agenda_kind import AgendaKind, Dress
from functions.eagenda.domain.arranging import Frame, LeavingMinutes, PlannedSitting, check_leaving
from functions.eagenda.domain.map_point import MapPoint
from functions.eagenda.domain.visibility import Visibility
from shared.refusals import InvalidField
from shared.rules.link import check_link
from shared.values import Instant, Line, Link, Paragraph

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.edit import Edit
    from functions.eagenda.domain.sitting import Sitting

_SAID = ("kind", "title", "description", "place", "online_link", "starts_at", "ends_at", "dress", "visibility")
_OF_ATTENDANCE = ("show_names", "admit_guests", "leaving_minutes", "point", "asks_position")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an organiser fills in."""

    title: Line
    place: Line
    starts_at: Instant
    ends_at: Instant
    invited: tuple[str, ...]
    invited_posts: tuple[str, ...] = ()  # whoever holds them on the day
    description: Paragraph = ""
    opens_at: Instant | None = None
    closes_at: Instant | None = None
    show_names: bool = False
    admit_guests: bool = False
    visibility: Visibility = Visibility.INTERNAL
    kind: AgendaKind = AgendaKind.RAPAT
    dress: Dress = ""
    online_link: Link = ""
    room_id: str | None = None
    sittings: tuple[PlannedSitting, ...] = ()
    leaving_minutes: LeavingMinutes | None = None
    point: MapPoint | None = None
    asks_position: bool = False  # of the phones that scan
    draft_id: str = ""  # the draft that a letter asked for, of which this is made


def schedule(
    agenda_id: str, plan: Plan, organiser: Organiser, now: datetime, sittings: tuple[Sitting, ...] = ()
) -> Agenda:
    """Make an agenda of a plan and its sittings. Raises InvalidField for the first field that contradicts another."""
    agenda = Agenda(id=agenda_id, organiser=organiser, invited_count=len(set(plan.invited)), **said(plan, sittings))
    check(agenda, now)
    if not plan.invited and not plan.invited_posts:
        raise InvalidField("/invited", "Undang paling sedikit satu orang.")
    if len(plan.invited) + len(plan.invited_posts) > MOST_INVITED:
        raise InvalidField("/invited", f"Undang paling banyak {MOST_INVITED} orang.")
    return agenda


def frame_of(written: Plan | Edit) -> Frame:
    """Return the times in which the sittings must be."""
    return Frame(written.starts_at, written.ends_at, written.leaving_minutes)


def texts(written: Plan | Edit | Agenda) -> dict[str, Any]:
    """Return what the agenda says as it was written, but for its attendance times and its sittings."""
    return {name: getattr(written, name) for name in (*_SAID, *_OF_ATTENDANCE)}


def said(written: Plan | Edit, sittings: tuple[Sitting, ...]) -> dict[str, Any]:
    """Return what the agenda says of what an organiser wrote; attendance is open from its first sitting to its last."""
    if sittings and (written.opens_at or written.closes_at):
        pointer = "/opens_at" if written.opens_at else "/closes_at"
        raise InvalidField(pointer, "Kosongkan: agenda bersesi dibuka dan ditutup absensinya pada setiap sesi.")
    frame = frame_of(written)
    return {
        **texts(written),
        "opens_at": sittings[0].opens_at if sittings else written.opens_at or frame.opens_at(written.starts_at),
        "closes_at": sittings[-1].closes_at if sittings else written.closes_at or frame.closes_at(written.ends_at),
        "sittings": sittings,
    }


def check(agenda: Agenda, now: datetime) -> None:
    """Refuse an agenda that contradicts itself. Raises InvalidField."""
    secret = agenda.visibility is Visibility.SECRET
    opens_at, ends_at, closes_at = agenda.opens_at, agenda.ends_at, agenda.closes_at
    wrong = [
        (ends_at <= agenda.starts_at, "/ends_at", "Waktu selesai harus sesudah waktu mulai."),
        (ends_at - agenda.starts_at > LONGEST, "/ends_at", "Agenda paling lama tujuh hari."),
        (ends_at <= now, "/starts_at", "Waktu agenda sudah lewat. Pilih waktu yang akan datang."),
        (opens_at > ends_at, "/opens_at", "Absensi harus dibuka sebelum agenda selesai."),
        (closes_at <= opens_at, "/closes_at", "Absensi harus ditutup sesudah dibuka."),
        (closes_at - ends_at > LONGEST, "/closes_at", "Absensi ditutup paling lambat tujuh hari sesudah selesai."),
        (agenda.admit_guests and secret, "/admit_guests", "Agenda rahasia hanya untuk yang diundang, tanpa tamu."),
        (agenda.asks_position and not agenda.point, "/asks_position", "Tandai dulu tempatnya di peta."),
    ]
    for is_wrong, pointer, sentence in wrong:
        if is_wrong:
            raise InvalidField(pointer, sentence)
    if not agenda.sittings:
        check_leaving(agenda.starts_at, ends_at, closes_at, agenda.leaving_minutes)
    check_link(agenda.online_link, "/online_link")
