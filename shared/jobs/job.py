"""A job: who started it, how far it has come, and what became of each row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.kernel.collections import ListQuery, TypedCollection
from shared.permissions import Permission
from shared.refusals import Refusal
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

SHOWN_REFUSED = 20


class JobState(StrEnum):
    """Where a job stands; it is started at once, and ends in one of the other two."""

    STARTED = "started"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class RowVerdict(StrEnum):
    """What a job did with a row, or would do."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class JobRow:
    """One line of a job's report: which row, about whom or what, and why."""

    number: int
    subject: str
    verdict: RowVerdict
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """Long work. ``done`` of ``total`` rows are behind it; ``page`` is where its result is looked at.

    ``first_refused`` are the first rows that it refused, to be mended without opening the report.
    """

    id: str
    owner_id: str
    title: str
    page: str
    total: int
    started_at: Instant
    moved_at: Instant
    is_cancellable: bool
    state: JobState = JobState.STARTED
    done: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    first_refused: tuple[JobRow, ...] = ()
    has_report: bool = True  # until it has been kept long enough
    is_for_watchers: bool = False  # concerns whoever watches the system, whoever started it


@dataclass(frozen=True, slots=True)
class JobPart:
    """What one chunk of a job did, row by row; ``first`` is how many rows were done before it."""

    job_id: str
    first: int
    rows: tuple[JobRow, ...]


def job_readers(job: Job) -> tuple[str, ...]:
    """Show a job to whoever started it; one of the system's own also to those who watch it."""
    watchers = (f"perm:{Permission.WATCH_SYSTEM}",) if job.is_for_watchers else ()
    return (f"per:{job.owner_id}", *watchers)


OWN = ListQuery(order="started_at", descending=True)
ENDED_WITH_REPORT = ListQuery(equal=("has_report", "state"), order="moved_at", of_service=True)
OF_JOB = ListQuery(equal=("job_id",), order="first")

JOBS = TypedCollection(
    "jobs",
    Job,
    key=lambda it: it.id,
    readers=job_readers,
    queries=(OWN, ENDED_WITH_REPORT),
)
JOB_PARTS = TypedCollection("job_parts", JobPart, key=lambda it: f"{it.job_id}:{it.first:07}", queries=(OF_JOB,))


class ReportForgotten(Refusal):
    """The report has been kept as long as it may be."""

    status = 410
    title = "Laporan sudah dihapus."


class JobEnded(Refusal):
    """The job has ended before it could be cancelled."""

    title = "Pekerjaan sudah berakhir."


class JobNotCancellable(Refusal):
    """Stopping in the middle would leave half of the work done."""

    title = "Pekerjaan ini tidak dapat dibatalkan."


def move(job: Job, rows: Sequence[JobRow], now: datetime, unchanged: int = 0) -> Job:
    """Return the job after a chunk that did these rows, and so many ``unchanged`` ones that no report names.

    Raises ValueError for a chunk that did too many, or none before the end.
    """
    done = job.done + len(rows) + unchanged
    if not (job.done < done <= job.total or job.done == done == job.total):
        message = f"job {job.id}: a chunk of {len(rows)} rows at {job.done} of {job.total}"
        raise ValueError(message)
    count = Counter(row.verdict for row in rows)
    refused = tuple(row for row in rows if row.verdict is RowVerdict.REFUSED)
    return replace(
        job,
        done=done,
        moved_at=now,
        state=JobState.COMPLETED if done == job.total else JobState.STARTED,
        created=job.created + count[RowVerdict.CREATED],
        changed=job.changed + count[RowVerdict.CHANGED],
        unchanged=job.unchanged + unchanged + count[RowVerdict.UNCHANGED],
        refused=job.refused + len(refused),
        first_refused=(job.first_refused + refused)[:SHOWN_REFUSED],
    )


def cancel(job: Job, now: datetime) -> Job:
    """Return the job cancelled between two chunks. Raises JobEnded and JobNotCancellable."""
    if job.state is not JobState.STARTED:
        raise JobEnded("Muat ulang halaman ini untuk melihat hasilnya.")
    if not job.is_cancellable:
        raise JobNotCancellable("Tunggu sampai selesai: menghentikannya di tengah meninggalkan data setengah jadi.")
    return replace(job, state=JobState.CANCELLED, moved_at=now)
