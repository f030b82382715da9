"""How long personal data are kept that serve nothing once their work is done.

Such data are deleted when their time is over (UU 27/2022 art. 16(2)g). No regulation that we know says how many days
that is, so the days are the office's own policy, and each row says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shared.rules.calendar import wib_date
from shared.tables.rows import values_on
from shared.tables.table import Column, Table
from shared.values import Between

if TYPE_CHECKING:
    from datetime import datetime

    from shared.kernel.context import ReadContext

_FOREVER = 36_500  # days


class Kept(StrEnum):
    """What is kept for a time."""

    JOB_REPORTS = "job_reports"
    IMPORT_FILES = "import_files"
    NOTICES = "notices"


@dataclass(frozen=True, slots=True)
class Retention:
    """For how many days."""

    what: Kept
    days: Annotated[int, Between(1, 3650)]


RETENTION = Table(
    "masa-simpan",
    "Masa simpan data pribadi",
    "Berapa lama laporan pekerjaan, berkas impor, dan pemberitahuan disimpan sebelum dihapus sendiri.",
    Retention,
    (
        Column(
            "what",
            "Data",
            choices=(
                (Kept.JOB_REPORTS.value, "Laporan pekerjaan, sejak selesai"),
                (Kept.IMPORT_FILES.value, "Berkas impor, sejak diunggah"),
                (Kept.NOTICES.value, "Pemberitahuan dan riwayat surel"),
            ),
        ),
        Column("days", "Disimpan", "hari"),
    ),
    Path(__file__).parent / "retention.csv",
    key=("what",),
)


def kept_since(what: Kept, ctx: ReadContext) -> datetime:
    """Return the moment before which such data have been kept long enough; without a row that holds, none have."""
    days = {row.what: row.days for row in values_on(wib_date(ctx.now), RETENTION, ctx)}
    return ctx.now - timedelta(days=days.get(what, _FOREVER))
