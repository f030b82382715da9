"""A final notulen: what was approved, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.domain.notulen import AttendanceStillOpen, Notulen, Officer, require_held, require_submitted
from functions.eagenda.domain.notulen_text import NotulenText
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Edition:
    """A final notulen: what was approved, by whom and when, and the code and hash on its paper.

    ``sheet_version`` and ``sheet_code`` are those of the daftar hadir that it rests on, ``reason`` is why it takes the
    place of the one before, ``replaced_at`` since when another one takes its own.
    """

    agenda_id: str
    number: int
    chair: Officer
    notulis: Officer
    text: NotulenText
    owners: tuple[str, ...]  # of the decisions, in their order, as the paper names them
    sheet_version: int
    sheet_code: str
    approved_at: Instant
    code: str
    sha256: str = ""
    reason: str = ""
    replaced_at: Instant | None = None


def approve(notulen: Notulen, agenda: Agenda, code: str, owners: Sequence[str], now: datetime) -> Edition:
    """Return the final notulen. Raises NotulenNotSubmitted, AgendaIsCancelled and AttendanceStillOpen."""
    require_held(agenda)
    require_submitted(notulen)
    if agenda.sheet is None:
        raise AttendanceStillOpen(
            "Minta penyelenggara menutup absensi, supaya peserta pada notulen tidak berubah lagi."
        )
    return Edition(
        agenda_id=agenda.id,
        number=notulen.edition + 1,
        chair=notulen.chair,
        notulis=notulen.notulis,
        text=notulen.text,
        owners=tuple(owners),
        sheet_version=agenda.sheet.version,
        sheet_code=agenda.sheet.code,
        approved_at=now,
        code=code,
        reason=notulen.remark if notulen.edition else "",
    )
