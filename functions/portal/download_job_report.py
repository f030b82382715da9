"""Download what became of each row of a job."""

from __future__ import annotations

from dataclasses import dataclass

from shared.answers import Xlsx
from shared.jobs.job import JOB_PARTS, JOBS, OF_JOB, Job, JobState, ReportForgotten, RowVerdict
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.table import Column, Table, xlsx
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.calendar import clock_time, long_date, wib_date

COLUMNS = (Column("Baris", 8), Column("Tentang", 40), Column("Hasil", 12), Column("Keterangan", 70))
VERDICTS = {
    RowVerdict.CREATED: "Baru",
    RowVerdict.CHANGED: "Berubah",
    RowVerdict.UNCHANGED: "Sama",
    RowVerdict.REFUSED: "Ditolak",
}
STATES = {JobState.STARTED: "Berjalan", JobState.COMPLETED: "Selesai", JobState.CANCELLED: "Dibatalkan"}


@dataclass(frozen=True, slots=True)
class WhichReport:
    """Of which job."""

    job_id: str


@query(permission=SIGNED_IN, refuses=(RecordMissing, ReportForgotten), limit=PerActor(per_minute=20, burst=10))
def download_job_report(which: WhichReport, ctx: ReadContext) -> Xlsx:
    """Download a job's report, row by row as far as it has come, as XLSX."""
    job = ctx.get(JOBS, which.job_id)
    if not job.has_report:
        raise ReportForgotten("Masa simpannya sudah lewat. Jumlah barisnya tetap tercatat.")
    parts = ctx.every(JOB_PARTS, OF_JOB, equal=(job.id,), right_from="the caller's own job")

    rows = [(row.number, row.subject, VERDICTS[row.verdict], row.detail) for _, part in parts for row in part.rows]
    table = Table(title="Laporan", facts=_facts(job), columns=COLUMNS, rows=rows, made_at=job.moved_at)
    return Xlsx(f"laporan-{job.id}.xlsx", xlsx(table))


def _facts(job: Job) -> dict[str, str]:
    return {
        "Pekerjaan": job.title,
        "Dimulai": f"{long_date(wib_date(job.started_at))} {clock_time(job.started_at)}",
        "Keadaan": f"{STATES[job.state]}, {job.done} dari {job.total} baris",
        "Hasil": f"{job.created} baru, {job.changed} berubah, {job.unchanged} sama, {job.refused} ditolak",
    }
