"""A task: what waits for the holder of a position, for those who hold a right, or for one person, until it is done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.kernel.collections import ListQuery, TypedCollection
from shared.permissions import Permission
from shared.rules.calendar import rfc3339
from shared.values import Instant

if TYPE_CHECKING:
    from datetime import datetime

    from shared.actor import Actor

_WITHOUT_DUE = "9999"  # sorts behind every instant

# The rights by which tasks are addressed; a person asks for theirs by one token each, of thirty that a query takes.
ADDRESSED_RIGHTS = (Permission.APPROVE_TABLES, Permission.MANAGE_DIRECTORY)


class TaskVerb(StrEnum):
    """What is to be done; the tabs of *Kerja saya*."""

    SIGN = "sign"
    APPROVE = "approve"
    CONFIRM = "confirm"
    DISPOSE = "dispose"
    DO = "do"


class TaskKind(StrEnum):
    """What asks to be done, one for each way of deciding."""

    TABLE_PROPOSAL = "table-proposal"
    PROVISIONAL_SCANS = "provisional-scans"
    ROTATION = "rotation"
    INVITATION = "invitation"
    AGENDA_DRAFT = "agenda-draft"
    SPOT_CHECK = "spot-check"
    NOTULEN = "notulen"
    NOTULEN_TO_WRITE = "notulen-to-write"
    DECISION = "decision"
    SURAT_MASUK = "surat-masuk"
    DISPOSISI = "disposisi"
    NASKAH_TO_CHECK = "naskah-to-check"
    NASKAH_TO_MEND = "naskah-to-mend"
    NASKAH_TO_SIGN = "naskah-to-sign"


@dataclass(frozen=True, slots=True)
class KindOfTask:
    """What is the same for all tasks of a kind: the verb, and the operations with which it is done in place."""

    verb: TaskVerb
    operations: tuple[str, ...]
    by_another: bool = False  # whoever asked may not do it
    by_aide: bool = False  # an aide may do it in the chief's name; the chief's decisions are only prepared


KINDS = {
    TaskKind.TABLE_PROPOSAL: KindOfTask(
        TaskVerb.APPROVE, ("tables_approve_proposal", "tables_reject_proposal"), by_another=True
    ),
    TaskKind.PROVISIONAL_SCANS: KindOfTask(
        TaskVerb.CONFIRM, ("eagenda_confirm_provisional_scans", "eagenda_reject_provisional_scan"), by_aide=True
    ),
    TaskKind.INVITATION: KindOfTask(TaskVerb.CONFIRM, ("eagenda_answer_invitation",)),
    TaskKind.AGENDA_DRAFT: KindOfTask(TaskVerb.CONFIRM, ("eagenda_discard_draft",), by_aide=True),
    TaskKind.SPOT_CHECK: KindOfTask(TaskVerb.CONFIRM, ("eagenda_answer_spot_check",)),
    TaskKind.ROTATION: KindOfTask(
        TaskVerb.APPROVE, ("directory_approve_rotation", "directory_cancel_rotation"), by_another=True
    ),
    TaskKind.NOTULEN: KindOfTask(TaskVerb.APPROVE, ("eagenda_approve_notulen", "eagenda_return_notulen")),
    TaskKind.NOTULEN_TO_WRITE: KindOfTask(TaskVerb.DO, ("eagenda_write_notulen", "eagenda_submit_notulen")),
    TaskKind.DECISION: KindOfTask(TaskVerb.DO, ("eagenda_report_decision",)),
    TaskKind.SURAT_MASUK: KindOfTask(
        TaskVerb.DISPOSE, ("eoffice_give_disposisi", "eoffice_finish_surat_masuk"), by_aide=True
    ),
    TaskKind.NASKAH_TO_CHECK: KindOfTask(TaskVerb.APPROVE, ("eoffice_approve_naskah", "eoffice_return_naskah")),
    TaskKind.NASKAH_TO_SIGN: KindOfTask(TaskVerb.SIGN, ("eoffice_sign_naskah", "eoffice_return_naskah")),
    TaskKind.NASKAH_TO_MEND: KindOfTask(TaskVerb.DO, ("eoffice_write_naskah", "eoffice_submit_naskah")),
    TaskKind.DISPOSISI: KindOfTask(TaskVerb.DO, ("eoffice_report_disposisi", "eoffice_give_disposisi"), by_aide=True),
}


DECIDED_BY_ANOTHER = frozenset(it.verb for it in KINDS.values() if it.by_another)


class TaskState(StrEnum):
    """A task is open until what it asks for is done, by whomever and wherever."""

    OPEN = "open"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Task:
    """What waits. ``subject_id`` names the record that it is about, ``within_id`` the one in which that lies.

    Title and detail are words for people.
    ``addressees`` are reader tokens: a position's holder sees what waits for the position, whoever that is by then.
    ``rank`` sorts by due date, then by age.
    """

    kind: TaskKind
    verb: TaskVerb
    subject_id: str
    within_id: str
    addressees: tuple[str, ...]
    title: str
    detail: str
    link: str
    asker_id: str
    asker: str
    asked_at: Instant
    due: Instant | None
    rank: str
    by_another: bool  # whoever asked may not do it
    state: TaskState = TaskState.OPEN
    settled_by: str = ""
    settled_at: Instant | None = None
    settled_for: str = ""  # the position in whose holder's name an aide did it

    @property
    def id(self) -> str:
        """The one key for this kind of task about this record."""
        return task_id(self.kind, self.subject_id)


IN_ORDER = ListQuery(equal=("state",), order="rank", contains_any="addressees")
OF_VERB_IN_ORDER = ListQuery(equal=("state", "verb"), order="rank", contains_any="addressees")
ASKED_BY_ONESELF = ListQuery(equal=("state", "verb", "by_another", "asker_id"), contains_any="addressees")

TASKS = TypedCollection(
    "tasks",
    Task,
    key=lambda it: it.id,
    queries=(IN_ORDER, OF_VERB_IN_ORDER, ASKED_BY_ONESELF),
)


def task_id(kind: TaskKind, subject_id: str) -> str:
    """Return the key of a task: asking twice about the same record finds the same task."""
    return f"{kind}:{subject_id}"


def of_position(position_id: str) -> str:
    """Address whoever holds the position."""
    return f"pos:{position_id}"


def of_holder(position_id: str) -> str:
    """Address whoever holds the position and none of their aides: what is secret."""
    return f"holder:{position_id}"


def of_person(person_id: str) -> str:
    """Address one person, whatever they hold."""
    return f"per:{person_id}"


def of_right(permission: Permission) -> str:
    """Address all whose position brings a right."""
    if permission not in ADDRESSED_RIGHTS:
        message = f"no task is looked for by {permission}: name it in ADDRESSED_RIGHTS"
        raise ValueError(message)
    return f"perm:{permission}"


def new_task(  # noqa: PLR0913 -- a task's parts, all named
    kind: TaskKind,
    subject_id: str,
    *,
    within_id: str = "",
    addressees: tuple[str, ...],
    title: str,
    detail: str,
    link: str,
    asker: Actor,
    now: datetime,
    due: datetime | None = None,
) -> Task:
    """Return an open task."""
    verb, by_another = KINDS[kind].verb, KINDS[kind].by_another
    return Task(
        kind,
        verb,
        subject_id,
        within_id,
        addressees,
        title,
        detail,
        link,
        asker.id,
        asker.name,
        now,
        due,
        rank(due, now),
        by_another,
    )


def rank(due: datetime | None, asked_at: datetime) -> str:
    """Return by what tasks are sorted: the earliest due first, then the one that has waited longest."""
    return f"{rfc3339(due) if due else _WITHOUT_DUE} {rfc3339(asked_at)}"


def settled(task: Task, by: str, now: datetime, in_name_of: str = "") -> Task:
    """Return the task done, in the name of a position's holder where an aide did it."""
    return replace(task, state=TaskState.SETTLED, settled_by=by, settled_at=now, settled_for=in_name_of)
