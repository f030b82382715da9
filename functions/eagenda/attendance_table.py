"""The attendance list of an agenda as a table to go on working with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.presented_code import Method
from functions.eagenda.domain.shared_phone import shared_phones
from functions.eagenda.domain.spot_check import Reply
from shared.letters.table import Column, Table
from shared.rules.calendar import clock_time, day_date, long_date, span, wib_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendance
    from functions.eagenda.domain.guest import Guest
    from functions.eagenda.domain.map_point import Distance
    from functions.eagenda.domain.shared_phone import SharedPhone
    from functions.eagenda.domain.sitting import Sitting
    from shared.letters.table import Cell

COLUMNS = (
    Column("No", 6),
    Column("Nama", 34),
    Column("NIP", 21),
    Column("Jabatan", 36),
    Column("Unit Kerja", 40),
    Column("Pukul WIB", 12),
    Column("Cara", 12),
)
SESSION = Column("Sesi", 28)
LEFT = Column("Pulang WIB", 16)
LOCATION = Column("Lokasi", 44)  # where the meeting asks for it
_KILOMETRE = 1000
METHODS = {
    Method.LINK: "Pindai",
    Method.SHORT_CODE: "Ketik kode",
    Method.OFFLINE: "Luring",
    Method.KIOSK: "Kios",
    Method.BY_HAND: "Petugas",
}
SPOT_CHECK = Column("Cek acak", 24)
SHARED_PHONE = Column("Satu ponsel dengan", 32)
NOTE = Column("Keterangan", 40)  # where somebody was written down by hand
REPLIES = {
    Reply.ASKED: "Sedang ditanya",
    Reply.VERIFIED: "Terverifikasi",
    Reply.MISTAKEN: "Salah menjawab cek acak",
    Reply.MISSED: "Tidak menjawab cek acak",
}


def attendance_table(  # noqa: PLR0913 -- what the table states, each part named
    agenda: Agenda,
    present: Sequence[Attendance],
    guests: Sequence[Guest],
    now: datetime,
    *,
    sitting: Sitting | None = None,
    demo: bool,
    replies: Mapping[str, Reply] | None = None,
) -> Table:
    """Return the table, guests last, of one sitting or of all; that of a closed list is dated by its closing.

    Of all sittings each row says of which it is. Who never scanned again to leave is marked so, where that is recorded.
    Where people were drawn in a spot check, the last column says what they replied.
    """
    shown = {sitting.id} if sitting else {it.id for it in agenda.sittings} | {""}
    present = [it for it in present if it.sitting_id in shown]
    guests = [it for it in guests if it.sitting_id in shown]
    titles = {} if sitting else {it.id: it.title for it in agenda.sittings}
    more = _more_columns(agenda, present, replies)
    rows: list[Sequence[Cell]] = [
        (
            number,
            *_of_session(titles, it.sitting_id),
            it.attendee.name,
            it.attendee.nip,
            it.attendee.position_shown,
            it.attendee.organisation_name,
            it.at,
            METHODS[it.method],
            *(cell_of(it) for cell_of in more.values()),
        )
        for number, it in enumerate(present, 1)
    ]
    rows += [
        (
            number,
            *_of_session(titles, guest.sitting_id),
            guest.name,
            None,
            guest.position or None,
            guest.institution,
            guest.at,
            "Tamu",
            *(None for _ in more),
        )
        for number, guest in enumerate(guests, len(present) + 1)
    ]
    made_at = agenda.sheet.closed_at if agenda.sheet else now
    columns = (COLUMNS[0], *([SESSION] if titles else []), *COLUMNS[1:], *more)
    facts = _facts(agenda, sitting, made_at, demo=demo)
    facts["Jumlah hadir"] = _count(agenda, len(present), len(guests), in_all=bool(titles))
    return Table(title="Daftar Hadir", facts=facts, columns=columns, rows=rows, made_at=made_at)


def _more_columns(
    agenda: Agenda, present: Sequence[Attendance], replies: Mapping[str, Reply] | None
) -> dict[Column, Callable[[Attendance], Cell]]:
    """Return the columns that not every meeting has, each with what stands in it beside somebody."""
    never_left = "Tidak tercatat" if agenda.sheet else "Belum tercatat"
    phones = shared_phones(present)
    more: list[tuple[object, Column, Callable[[Attendance], Cell]]] = [
        (agenda.leaving_minutes is not None, LEFT, lambda it: it.left_at or never_left),
        (agenda.asks_position or any(it.distance for it in present), LOCATION, lambda it: location_words(it.distance)),
        (replies, SPOT_CHECK, lambda it: _reply(replies or {}, it)),
        (phones, SHARED_PHONE, lambda it: _others(phones, it)),
        (any(map(_note, present)), NOTE, _note),
    ]
    return {column: cell_of for there, column, cell_of in more if there}


def _note(attendance: Attendance) -> str | None:
    came, left = attendance.by_hand, attendance.left_by_hand
    notes = (came.reason if came else "", f"Pulang dicatat petugas: {left.reason}" if left else "")
    return "; ".join(filter(None, notes)) or None


def _facts(agenda: Agenda, sitting: Sitting | None, made_at: datetime, *, demo: bool) -> dict[str, str]:
    moment = f"{long_date(wib_date(made_at))} {clock_time(made_at)}"
    part = sitting or agenda
    return {
        "Acara": agenda.title,
        **({"Sesi": sitting.title} if sitting else {}),
        "Hari/Tanggal": day_date(wib_date(part.starts_at)),
        "Waktu": span(part.starts_at, part.ends_at),
        "Tempat": agenda.place,
        "Penyelenggara": f"{agenda.organiser.name}, {agenda.organiser.organisation_name}",
        "Jumlah hadir": "",
        "Status": f"Versi {agenda.sheet.version}, ditutup {moment}" if agenda.sheet else f"Konsep, keadaan {moment}",
        **({"CONTOH": "data peragaan, bukan naskah dinas"} if demo else {}),
    }


def _count(agenda: Agenda, present: int, guests: int, *, in_all: bool) -> str:
    people = f"{present} kehadiran pada {len(agenda.sittings)} sesi, {agenda.invited_count} undangan"
    said = people if in_all else f"{present} dari {agenda.invited_count} undangan"
    return said + (f", {guests} tamu" if guests else "")


def _of_session(titles: dict[str, str], sitting_id: str) -> tuple[str, ...]:
    return (titles[sitting_id],) if titles else ()


def location_words(distance: Distance | None) -> str:
    """Say where a phone was, as far as that is known."""
    if distance is None:
        return "Tanpa lokasi"
    where = "Di luar lokasi" if distance.is_outside else "Di lokasi"
    return f"{where}: {_metres(distance.metres)} (ketelitian {_metres(distance.accuracy_metres)})"


def _metres(metres: int) -> str:
    return f"{metres} m" if metres < _KILOMETRE else f"{metres / _KILOMETRE:.1f} km".replace(".", ",")


def _others(phones: tuple[SharedPhone, ...], attendance: Attendance) -> str | None:
    who = attendance.attendee.person_id
    together = (phone.people for phone in phones if any(it.person_id == who for it in phone.people))
    return ", ".join(it.name for people in together for it in people if it.person_id != who) or None


def _reply(replies: Mapping[str, Reply], attendance: Attendance) -> str | None:
    reply = replies.get(attendance.attendee.person_id)
    return REPLIES.get(reply) if reply else None
