"""Have a file of employees looked at and compared with the directory; nothing is changed by it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.directory.domain.employee_file import ColumnsMissing, FileWithoutRows, read_employees
from functions.directory.employee_posts import with_offices
from functions.directory.import_files import document_name, quarantine_name, save_rows
from functions.directory.records import IMPORTS, EmployeeImport
from shared.events.directory import ImportCheckMoved
from shared.jobs.advance import start
from shared.jobs.job import Job
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.refusals import RecordMissing, Refusal
from shared.rules.files import FileRefused, UploadDiffers, UploadMissing, file_refused
from shared.uploads.faulty import Faulty
from shared.uploads.rows import read_rows
from shared.uploads.take_in import Expected, take_in


@dataclass(frozen=True, slots=True)
class SentImport:
    """The file that was announced, and now sent."""

    import_id: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    """How many rows the file has, or why it is refused."""

    import_id: str
    outcome: int | Refusal


@dataclass(frozen=True, slots=True)
class CheckStarted:
    """The job that compares the rows with the directory; ``already`` when it was started before."""

    job_id: str
    already: bool


def read_file(sent: EmployeeImport, ctx: ReadContext) -> ReadFile:
    """Take the file in and keep its rows, outside any transaction."""
    if sent.check_job_id:
        return ReadFile(sent.id, sent.rows)
    documents = ctx.ports.documents
    expected = Expected(quarantine_name(sent.id), document_name(sent.id), sent.kind, sent.size, sent.sha256)
    try:
        take_in(documents, expected)
        rows = with_offices(read_employees(read_rows(sent.kind, documents.load(expected.document_name) or b"")), ctx)
    except Faulty as faulty:
        return ReadFile(sent.id, file_refused(faulty.fault))
    except (FileRefused, UploadDiffers, UploadMissing, ColumnsMissing, FileWithoutRows) as refusal:
        return ReadFile(sent.id, refusal)  # answered by the last step, which is journaled
    save_rows(sent.id, rows, documents)
    return ReadFile(sent.id, len(rows))


def start_check(found: ReadFile, ctx: Context) -> CheckStarted:
    """Start the job, unless the file was refused."""
    sent = ctx.get(IMPORTS, found.import_id)

    if sent.check_job_id:
        return CheckStarted(sent.check_job_id, already=True)
    if isinstance(found.outcome, Refusal):
        raise found.outcome
    title, page = f"Periksa {sent.name}", f"/administrasi/impor/{sent.id}"
    job = Job(ctx.new_id(), sent.owner_id, title, page, found.outcome, ctx.now, ctx.now, is_cancellable=True)

    ctx.put(IMPORTS, replace(sent, rows=found.outcome, check_job_id=job.id))
    start(job, ImportCheckMoved(job.id, 0, sent.id), ctx)
    return CheckStarted(job.id, already=False)


@operation(
    permission=Permission.MANAGE_DIRECTORY,
    refuses=(RecordMissing, UploadMissing, UploadDiffers, FileRefused, ColumnsMissing, FileWithoutRows),
    limit=PerActor(per_minute=20, burst=10),
    call=read_file,
    complete=start_check,
)
def check_import(sent: SentImport, ctx: Context) -> EmployeeImport:
    """Have a sent file of employees checked row by row; nothing is changed by it."""
    return ctx.get(IMPORTS, sent.import_id)
