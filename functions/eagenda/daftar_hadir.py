"""The attendance list of an agenda as the paper states it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.presented_code import Method
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.guests import all_guests
from functions.eagenda.records import ATTENDANCE, OF_AGENDA_IN_ORDER
from shared.letterheads import kop_of
from shared.letters.check_block import check_block
from shared.letters.daftar_hadir import Closure, DaftarHadir, GuestRow, Row, SessionList
from shared.papers import Fact, Paper, PaperKind
from shared.rules.calendar import day_date, span, wib_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eagenda.domain.agenda import Agenda, Sheet
    from functions.eagenda.domain.attendance import Attendance
    from functions.eagenda.domain.guest import Guest
    from shared.kernel.context import ReadContext


def all_attendance(agenda: Agenda, ctx: ReadContext, right_from: str) -> tuple[Attendance, ...]:
    """Return everybody present in order of arrival; a list on paper is whole, so all its pages are read."""
    attendance = ctx.every(ATTENDANCE, OF_AGENDA_IN_ORDER, equal=(agenda.id,), right_from=right_from)
    return tuple(one for _, one in attendance)


def daftar_hadir(agenda: Agenda, present: tuple[Attendance, ...], ctx: ReadContext, only: str = "") -> DaftarHadir:
    """Return the paper: a draft while the list is open; a closed one is dated by its closing, so it prints alike.

    ``only`` is the sitting that is printed alone, though what is closed are all.
    """
    sheet = agenda.sheet
    guests = all_guests(agenda, ctx, "the agenda whose list it is")
    return DaftarHadir(
        kop=kop_of(agenda.organiser.organisation_id, agenda.organiser.organisation_name, ctx),
        title=agenda.title,
        place=agenda.place,
        starts_at=agenda.starts_at,
        ends_at=agenda.ends_at,
        organiser_name=agenda.organiser.name,
        organiser_position=agenda.organiser.position_title,
        rows=rows_of(present) if not agenda.sittings else (),
        guests=_guests(guests, "") if agenda.admit_guests and not agenda.sittings else None,
        sessions=[
            SessionList(
                it.id,
                it.title,
                it.starts_at,
                it.ends_at,
                rows_of(present, it.id),
                _guests(guests, it.id) if agenda.admit_guests else None,
            )
            for it in agenda.sittings
        ],
        only=only,
        records_leaving=agenda.leaving_minutes is not None,
        invited_count=agenda.invited_count,
        closure=Closure(sheet.version, sheet.sha256, sheet.closed_at) if sheet else None,
        check=check_block(sheet.code, ctx.ports.public_url, demo=ctx.ports.demo) if sheet else None,
        printed_at=sheet.closed_at if sheet else ctx.now,
        demo=ctx.ports.demo,
    )


def rows_of(present: Iterable[Attendance], sitting_id: str | None = None) -> list[Row]:
    """Return those present as the paper's rows, of one sitting where it is named."""
    return [
        Row(
            attendance.attendee.name,
            attendance.attendee.nip,
            attendance.attendee.position_shown,
            attendance.attendee.organisation_name,
            attendance.at,
            attendance.confirmation.received_at if attendance.confirmation else None,
            attendance.left_at,
            attendance.left_by is Method.OFFLINE,
            attendance.by_hand.reason if attendance.by_hand else "",
            attendance.left_by is Method.BY_HAND,
        )
        for attendance in present
        if sitting_id is None or attendance.sitting_id == sitting_id
    ]


def _guests(guests: tuple[Guest, ...], sitting_id: str) -> list[GuestRow]:
    return [
        GuestRow(guest.name, guest.position, guest.institution, guest.at)
        for guest in guests
        if guest.sitting_id == sitting_id
    ]


def issued(agenda: Agenda, sheet: Sheet, present_count: int, *, demo: bool) -> Paper:
    """Return what whoever holds the closed list is told of it."""
    is_secret = agenda.visibility is Visibility.SECRET
    return Paper(
        code=sheet.code,
        kind=PaperKind.DAFTAR_HADIR,
        title="Agenda rahasia" if is_secret else agenda.title,
        organisation_name=agenda.organiser.organisation_name,
        signer_name=agenda.organiser.name,
        signer_position=agenda.organiser.position_title,
        issued_at=sheet.closed_at,
        version=sheet.version,
        content_sha256=sheet.sha256,
        document=document_name(agenda),
        facts=(
            Fact("Waktu", f"{day_date(wib_date(agenda.starts_at))}, {span(agenda.starts_at, agenda.ends_at)}"),
            *(() if is_secret else (Fact("Tempat", agenda.place),)),
            Fact("Jumlah hadir", f"{present_count} dari {agenda.invited_count} undangan"),
        ),
        demo=demo,
    )


def document_name(agenda: Agenda) -> str:
    """Return where the closed list is kept."""
    version = agenda.sheet.version if agenda.sheet else 0
    return f"eagenda/{agenda.id}/daftar-hadir-{version}.pdf"
