"""The words of an e-mail to an invited guest. It says what, when and where, and holds the link that is theirs alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.rules.calendar import day_date, span, wib_date
from shared.rules.notice import NoticeKind

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.invited_guest import InvitedGuest

_TITLES = {
    NoticeKind.AGENDA_INVITED: "Undangan",
    NoticeKind.AGENDA_MOVED: "Perubahan undangan",
    NoticeKind.AGENDA_TOMORROW: "Pengingat",
    NoticeKind.AGENDA_CANCELLED: "Dibatalkan",
    NoticeKind.AGENDA_WITHDRAWN: "Undangan ditarik",
}
_FIRST = {
    NoticeKind.AGENDA_INVITED: "{organiser}, {office}, mengundang Anda.",
    NoticeKind.AGENDA_MOVED: "Waktu atau tempat agenda ini berubah. Yang berlaku sekarang:",
    NoticeKind.AGENDA_TOMORROW: "Kami mengingatkan undangan Anda:",
    NoticeKind.AGENDA_CANCELLED: "Agenda ini dibatalkan. Alasan: {reason}",
    NoticeKind.AGENDA_WITHDRAWN: "Undangan Anda untuk agenda ini ditarik oleh {organiser}, {office}.",
}
_WITH_LINK = {NoticeKind.AGENDA_INVITED, NoticeKind.AGENDA_MOVED, NoticeKind.AGENDA_TOMORROW}
_LINK = """Lihat undangan dan jawab hadir atau tidak hadir:
{link}

Tautan ini hanya untuk Anda; jangan diteruskan.{file}
"""
_FILE = " Simpan berkas undangan.ics ke kalender Anda."
_END = """Nama, instansi, dan surel Anda dipakai hanya untuk agenda ini (UU 27/2022 tentang Pelindungan Data Pribadi).
Alamat surel dihapus {days} hari sesudah agenda selesai. Surel ini dikirim otomatis dan tidak dapat dibalas.
Pertanyaan: hubungi {organiser}, {office}.
"""


@dataclass(frozen=True, slots=True)
class GuestMailText:
    """What an e-mail to a guest says."""

    title: str
    body: str


def guest_mail_text(kind: NoticeKind, agenda: Agenda, guest: InvitedGuest, link: str, days: int) -> GuestMailText:
    """Return the e-mail; the online link of a meeting stands on the guest's own page alone."""
    organiser, office = agenda.organiser.name, agenda.organiser.organisation_name
    reason = agenda.changes[-1].reason if kind is NoticeKind.AGENDA_MOVED and agenda.changes else agenda.cancel_reason
    file = "" if kind is NoticeKind.AGENDA_TOMORROW else _FILE  # their calendar has it by then
    first = _FIRST[kind].format(organiser=organiser, office=office, reason=reason or "-")
    what = (
        agenda.title,
        f"{day_date(wib_date(agenda.starts_at))}, {span(agenda.starts_at, agenda.ends_at)}",
        agenda.place,
        f"Pakaian: {agenda.dress}" if agenda.dress else "",
        f"Alasan perubahan: {reason}" if kind is NoticeKind.AGENDA_MOVED and reason else "",
    )
    parts = (
        f"Yth. {guest.name}\n{guest.institution}",
        first,
        "\n".join(filter(None, what)),
        _LINK.format(link=link, file=file).rstrip() if kind in _WITH_LINK else "",
        _END.format(days=days, organiser=organiser, office=office),
    )
    title = " ".join(f"{_TITLES[kind]}: {agenda.title} · Kabupaten Mojokerto".split())
    return GuestMailText(title, "\n\n".join(filter(None, parts)))
