"""The attendance list of an agenda as a table to go on working with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.attendance import Method
from shared.letters.table import Column, Table
from shared.rules.calendar import clock_time, day_date, long_date, span, wib_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendance
    from functions.eagenda.domain.guest import Guest
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
METHODS = {Method.LINK: "Pindai", Method.SHORT_CODE: "Ketik kode", Method.OFFLINE: "Luring"}


def attendance_table(
    agenda: Agenda, present: tuple[Attendance, ...], guests: tuple[Guest, ...], now: datetime, *, demo: bool
) -> Table:
    """Return the table, guests last; that of a closed list is dated by its closing, as the daftar hadir is."""
    made_at = agenda.sheet.closed_at if agenda.sheet else now
    moment = f"{long_date(wib_date(made_at))} {clock_time(made_at)}"
    facts = {
        "Acara": agenda.title,
        "Hari/Tanggal": day_date(wib_date(agenda.starts_at)),
        "Waktu": span(agenda.starts_at, agenda.ends_at),
        "Tempat": agenda.place,
        "Penyelenggara": f"{agenda.organiser.name}, {agenda.organiser.organisation_name}",
        "Jumlah hadir": f"{len(present)} dari {agenda.invited_count} undangan"
        + (f", {len(guests)} tamu" if guests else ""),
        "Status": f"Versi {agenda.sheet.version}, ditutup {moment}" if agenda.sheet else f"Konsep, keadaan {moment}",
    }
    if demo:
        facts["CONTOH"] = "data peragaan, bukan naskah dinas"
    rows: list[Sequence[Cell]] = [
        (number, one.name, one.nip, one.position_shown, one.organisation_name, it.at, METHODS[it.method])
        for number, it in enumerate(present, 1)
        for one in (it.attendee,)
    ]
    rows += [
        (number, guest.name, None, guest.position or None, guest.institution, guest.at, "Tamu")
        for number, guest in enumerate(guests, len(present) + 1)
    ]
    return Table(title="Daftar Hadir", facts=facts, columns=COLUMNS, rows=rows, made_at=made_at)
