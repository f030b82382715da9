"""Have a sent file of moves planned against the directory; nothing is changed by it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.directory.domain.employee_file import ColumnsMissing
from functions.directory.domain.rotation import Rotation, RotationState, RowFault
from functions.directory.domain.rotation_file import RotationEmpty, RotationTooLong, read_rotation
from functions.directory.import_files import quarantine_name
from functions.directory.records import ROTATION_PLANS, ROTATIONS, RotationPlan
from functions.directory.rotation_facts import plan_rows
from functions.directory.rotation_task import as_subject, waiting_for_approval
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.refusals import RecordMissing, Refusal
from shared.rules.files import FileRefused, UploadDiffers, UploadMissing, file_refused
from shared.tasks.ask import ask
from shared.uploads.faulty import Faulty
from shared.uploads.rows import read_rows
from shared.uploads.take_in import Expected, take_in
from shared.views.subjects import SUBJECTS


@dataclass(frozen=True, slots=True)
class SentRotation:
    """The file that was announced, and now sent."""

    rotation_id: str


@dataclass(frozen=True, slots=True)
class ReadRotation:
    """How many rows the file has and their plan or faults, or why it is refused."""

    rotation_id: str
    rows: int
    outcome: RotationPlan | tuple[RowFault, ...] | Refusal | None


@dataclass(frozen=True, slots=True)
class RotationPlanned:
    """Where the rotation stands now: planned, or faulty with so many rows to mend."""

    state: RotationState
    faults: int


def read_rotation_file(sent: Rotation, ctx: ReadContext) -> ReadRotation:
    """Take the file in and plan its rows, outside any transaction."""
    if sent.state is not RotationState.ANNOUNCED:
        return ReadRotation(sent.id, sent.rows, None)
    documents = ctx.ports.documents
    document = f"directory/mutasi/{sent.id}/berkas"
    try:
        take_in(documents, Expected(quarantine_name(sent.id), document, sent.kind, sent.size, sent.sha256))
        content = documents.load(document) or b""
        documents.delete(document)  # the plan says all of it; a file that is read once is not kept
        rows = read_rotation(read_rows(sent.kind, content))
    except Faulty as faulty:
        return ReadRotation(sent.id, 0, file_refused(faulty.fault))
    except (FileRefused, UploadDiffers, UploadMissing, ColumnsMissing, RotationEmpty, RotationTooLong) as refusal:
        return ReadRotation(sent.id, 0, refusal)  # answered by the last step, which is journaled
    return ReadRotation(sent.id, len(rows), plan_rows(sent.id, rows, sent.first_day, ctx))


def keep_plan(found: ReadRotation, ctx: Context) -> RotationPlanned:
    """Keep the plan, or the faults."""
    rotation = ctx.get(ROTATIONS, found.rotation_id)

    if isinstance(found.outcome, Refusal):
        raise found.outcome
    if found.outcome is None or rotation.state is not RotationState.ANNOUNCED:
        return RotationPlanned(rotation.state, len(rotation.faults))
    if isinstance(found.outcome, RotationPlan):
        ctx.create(ROTATION_PLANS, found.outcome)
        planned = replace(rotation, state=RotationState.PLANNED, rows=found.rows)
        ctx.create(SUBJECTS, as_subject(planned))
        ask(waiting_for_approval(planned, ctx), ctx)
    else:
        planned = replace(rotation, state=RotationState.FAULTY, rows=found.rows, faults=found.outcome)
    ctx.put(ROTATIONS, planned)
    return RotationPlanned(planned.state, len(planned.faults))


@operation(
    permission=Permission.MANAGE_DIRECTORY,
    refuses=(
        RecordMissing,
        UploadMissing,
        UploadDiffers,
        FileRefused,
        ColumnsMissing,
        RotationEmpty,
        RotationTooLong,
    ),
    limit=PerActor(per_minute=20, burst=10),
    call=read_rotation_file,
    complete=keep_plan,
)
def plan_rotation(sent: SentRotation, ctx: Context) -> Rotation:
    """Have a sent file of moves planned as a whole; nothing is changed by it."""
    return ctx.get(ROTATIONS, sent.rotation_id)
