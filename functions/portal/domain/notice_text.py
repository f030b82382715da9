"""The words of a notice, rendered here alone: no personal data, and of what is secret only that it exists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.rules.calendar import clock_time, day_date, wib_date
from shared.rules.notice import NoticeKind

if TYPE_CHECKING:
    from datetime import datetime

_TITLES = {
    NoticeKind.AGENDA_INVITED: "Undangan agenda baru",
    NoticeKind.AGENDA_MOVED: "Agenda pindah",
    NoticeKind.AGENDA_CANCELLED: "Agenda dibatalkan",
    NoticeKind.AGENDA_WITHDRAWN: "Undangan Anda ditarik",
    NoticeKind.AGENDA_DEPUTY: "Anda diminta mewakili",
    NoticeKind.AGENDA_DEPUTY_DECLINED: "Wakil Anda tidak dapat hadir",
    NoticeKind.AGENDA_ANSWER_ASKED: "Jawab undangan ini",
    NoticeKind.AGENDA_TOMORROW: "Agenda besok",
    NoticeKind.SERIES_INVITED: "Undangan seri agenda",
    NoticeKind.SERIES_MOVED: "Seri agenda berubah",
    NoticeKind.SERIES_CANCELLED: "Seri agenda dibatalkan",
    NoticeKind.AGENDA_SPOT_CHECK: "Cek acak: jawab sekarang",
    NoticeKind.TABLE_ROW_APPROVED: "Usulan Anda disetujui",
    NoticeKind.TABLE_ROW_REJECTED: "Usulan Anda ditolak",
    NoticeKind.ROTATION_APPROVED: "Mutasi yang Anda susun disetujui",
    NoticeKind.ROTATION_CANCELLED: "Mutasi yang Anda susun dibatalkan",
    NoticeKind.DONE_IN_YOUR_NAME: "Diselesaikan atas nama Anda",
    NoticeKind.PASSWORD_CHOSEN: "Kata sandi Anda dipilih dengan kode",
    NoticeKind.LETTER_WITHDRAWN: "Surat keterangan tentang Anda dicabut",
    NoticeKind.MAIL_GIVEN_UP: "Surel untuk Anda tidak terkirim",
    NoticeKind.NOTULEN_RETURNED: "Notulen Anda dikembalikan",
    NoticeKind.DECISION_GIVEN: "Tindak lanjut rapat untuk Anda",
    NoticeKind.DECISION_DUE_SOON: "Batas tindak lanjut sudah dekat",
    NoticeKind.DECISION_OVERDUE: "Tindak lanjut lewat batas",
    NoticeKind.DECISION_CANCELLED: "Tindak lanjut dibatalkan",
    NoticeKind.SERTIFIKAT_ISSUED: "Sertifikat Anda terbit",
    NoticeKind.SERTIFIKAT_WITHDRAWN: "Sertifikat Anda dicabut",
    NoticeKind.DISPOSISI_REPORTED: "Disposisi Anda dilaporkan selesai",
    NoticeKind.NASKAH_RETURNED: "Naskah Anda dikembalikan",
    NoticeKind.NASKAH_CHECKED: "Naskah Anda selesai diperiksa",
    NoticeKind.NASKAH_WAITS: "Naskah menunggu Anda",
    NoticeKind.NASKAH_LATE: "Pemeriksaan naskah terlambat",
    NoticeKind.NASKAH_SIGNED: "Naskah Anda sudah ditandatangani",
    NoticeKind.NASKAH_NOT_SIGNED: "Tanda tangan belum selesai, ulangi",
    NoticeKind.NASKAH_RECEIVED: "Surat untuk Anda",
}
_TOLD_WHOLE = frozenset(
    {NoticeKind.AGENDA_INVITED, NoticeKind.SERIES_INVITED, NoticeKind.SERIES_MOVED, NoticeKind.SERIES_CANCELLED}
)
_WITH_NOTE = {NoticeKind.DECISION_GIVEN, NoticeKind.DECISION_DUE_SOON, NoticeKind.DECISION_OVERDUE}
_AFTER_SECRET = "Buka Trowulan untuk membacanya."  # noqa: S105 -- words for people
_MAIL = """{title}.

Buka di Trowulan:
{address}

Surel ini dikirim otomatis dan tidak dapat dibalas. Atur pemberitahuan Anda: {profile}
"""


@dataclass(frozen=True, slots=True)
class NoticeText:
    """What the bell shows."""

    title: str
    detail: str
    link: str


@dataclass(frozen=True, slots=True)
class MailText:
    """What an e-mail says: never about whom or what by name, for it passes other people's servers."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class About:
    """What a notice is about, where it is looked at, when and where it takes place, and what to know before."""

    title: str
    link: str
    at: datetime | None = None
    place: str = ""
    note: str = ""
    is_secret: bool = False


def notice_text(kind: NoticeKind, about: About) -> NoticeText:
    """Return the words about a subject; an empty title is one that is not known any more."""
    title = _TITLES[kind]
    if about.is_secret:
        return NoticeText(title, _AFTER_SECRET, about.link)
    when = f"{day_date(wib_date(about.at))} pukul {clock_time(about.at)}" if about.at else ""
    if kind is NoticeKind.AGENDA_MOVED and about.title:
        return NoticeText(title, f"{about.title} pindah ke {', '.join(filter(None, (when, about.place)))}", about.link)
    place = (about.place,) if kind in _TOLD_WHOLE else ()
    more = (*place, about.note) if kind in _TOLD_WHOLE | _WITH_NOTE else ()
    return NoticeText(title, " · ".join(filter(None, (about.title, when, *more))), about.link)


def mail_text(kind: NoticeKind, link: str, public_url: str) -> MailText:
    """Return the e-mail of a notice."""
    address, profile = f"{public_url}{link}", f"{public_url}/profil"
    return MailText(f"{_TITLES[kind]} · Trowulan", _MAIL.format(title=_TITLES[kind], address=address, profile=profile))


def digest_mail(tasks: int, unread: int, public_url: str) -> MailText:
    """Return the daily digest: figures alone."""
    waiting = f"{tasks} tugas menunggu Anda" if tasks else "Tidak ada tugas yang menunggu Anda"
    news = f", {unread} pemberitahuan belum dibaca" if unread else ""
    address, profile = f"{public_url}/kerja", f"{public_url}/profil"
    return MailText(
        "Ringkasan hari ini · Trowulan", _MAIL.format(title=waiting + news, address=address, profile=profile)
    )
