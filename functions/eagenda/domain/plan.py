"""Planning an agenda: what an organiser fills in, and what of it contradicts itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from functions.eagenda.domain.agenda import LONGEST, MOST_INVITED, Agenda, Organiser
from functions.eagenda.domain.agenda_kind import AgendaKind, Dress
from functions.eagenda.domain.visibility import Visibility
from shared.refusals import InvalidField
from shared.rules.link import check_link
from shared.values import Instant, Line, Link, Paragraph

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.edit import Edit

OPENS_BEFORE = timedelta(minutes=30)  # the usual; the organiser may choose another opening
_SAID = ("kind", "title", "description", "place", "online_link", "starts_at", "ends_at", "dress", "visibility")


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


def schedule(agenda_id: str, plan: Plan, organiser: Organiser, now: datetime) -> Agenda:
    """Make an agenda of a plan. Raises InvalidField for the first field whose value contradicts another."""
    agenda = Agenda(
        id=agenda_id,
        opens_at=plan.opens_at or plan.starts_at - OPENS_BEFORE,
        closes_at=plan.closes_at or plan.ends_at,
        organiser=organiser,
        invited_count=len(set(plan.invited)),
        **said(plan),
    )
    check(agenda, now)
    if not plan.invited and not plan.invited_posts:
        raise InvalidField("/invited", "Undang paling sedikit satu orang.")
    if len(plan.invited) + len(plan.invited_posts) > MOST_INVITED:
        raise InvalidField("/invited", f"Undang paling banyak {MOST_INVITED} orang.")
    return agenda


def said(written: Plan | Edit) -> dict[str, Any]:
    """Return what an organiser wrote that the agenda says as it was written."""
    return {name: getattr(written, name) for name in (*_SAID, "show_names", "admit_guests")}


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
    ]
    for is_wrong, pointer, sentence in wrong:
        if is_wrong:
            raise InvalidField(pointer, sentence)
    check_link(agenda.online_link, "/online_link")
