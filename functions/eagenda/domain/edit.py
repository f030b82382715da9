"""Editing an agenda: what may still be changed, and what those invited are told of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import Agenda, AgendaIsCancelled, AgendaOver, AgendaState
from functions.eagenda.domain.agenda_kind import AgendaKind, Dress
from functions.eagenda.domain.arranging import LeavingMinutes, PlannedSitting
from functions.eagenda.domain.change import MOST_CHANGES, Change
from functions.eagenda.domain.map_point import MapPoint
from functions.eagenda.domain.plan import check, said
from functions.eagenda.domain.visibility import Visibility
from shared.refusals import InvalidField
from shared.rules.calendar import clock_time
from shared.values import Instant, Line, Link, Paragraph

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Edit:
    """Which agenda, as its organiser saw it, and what it is to say; whoever is invited stays so.

    ``reason`` is needed when the time or the place changes, and read by all who are invited.
    """

    agenda_id: str
    version: int
    title: Line
    place: Line
    starts_at: Instant
    ends_at: Instant
    description: Paragraph
    opens_at: Instant | None
    closes_at: Instant | None
    show_names: bool
    admit_guests: bool
    visibility: Visibility
    kind: AgendaKind
    dress: Dress
    online_link: Link
    room_id: str | None
    sittings: tuple[PlannedSitting, ...]
    leaving_minutes: LeavingMinutes | None
    point: MapPoint | None
    asks_position: bool
    reason: Line | None = None


def edit(agenda: Agenda, wanted: Edit, by: str, now: datetime, sittings: tuple[Sitting, ...] = ()) -> Agenda:
    """Return the agenda as it is wanted, with these sittings. Raises AgendaIsCancelled, AgendaOver, InvalidField."""
    if agenda.state is AgendaState.CANCELLED:
        raise AgendaIsCancelled(f"Alasan: {agenda.cancel_reason}")
    if agenda.state is AgendaState.CLOSED or now >= agenda.ends_at:
        raise AgendaOver(f"Selesai pukul {clock_time(agenda.ends_at)}; yang sudah berlangsung tidak dapat diubah.")
    edited = replace(agenda, **said(wanted, sittings))
    check(edited, now)
    if edited.starts_at != agenda.starts_at and edited.starts_at < now:
        raise InvalidField("/starts_at", "Waktu mulai yang baru sudah lewat. Pilih waktu yang akan datang.")
    if agenda.admit_guests and not edited.admit_guests and now >= agenda.opens_at:
        raise InvalidField("/admit_guests", "Absensi sudah dibuka; tamu yang sudah tercatat tidak dapat dihilangkan.")
    if has_moved(agenda, edited) and not wanted.reason:
        raise InvalidField("/reason", "Isi alasan perubahan waktu atau tempat; semua yang diundang membacanya.")
    if _held(agenda) == _held(edited):
        return edited
    change = Change(now, by, wanted.reason or "", *_held(agenda))
    return replace(edited, changes=(*agenda.changes, change)[-MOST_CHANGES:])


def has_moved(before: Agenda, after: Agenda) -> bool:
    """Whether those invited must be told: the time or the place is another."""
    where = (before.place, before.online_link) != (after.place, after.online_link)
    return where or _times(before) != _times(after)


def _times(agenda: Agenda) -> list[tuple[Instant, Instant]]:
    return [(agenda.starts_at, agenda.ends_at), *((it.starts_at, it.ends_at) for it in agenda.sittings)]


def _held(agenda: Agenda) -> tuple[str, Instant, Instant, Instant, Instant, tuple[Sitting, ...]]:
    return agenda.place, agenda.starts_at, agenda.ends_at, agenda.opens_at, agenda.closes_at, agenda.sittings
