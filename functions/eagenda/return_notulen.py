"""Give a notulen back to who wrote it, with what is to be changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.eagenda.domain.notulen import (
    NotChair,
    NotulenNotSubmitted,
    NotulenState,
    require_chair,
    require_submitted,
)
from functions.eagenda.notulen import NOTULEN, notulen_access, writing_task
from functions.eagenda.subjects import agenda_subject_id, as_subject
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.notices.request import request_notices
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from shared.tasks.ask import ask, find_task, settle
from shared.tasks.task import TaskKind
from shared.values import Text
from shared.views.subjects import SUBJECTS, subject_id


@dataclass(frozen=True, slots=True)
class NotulenToReturn:
    """Of which agenda, as the chair saw it, and what is to be changed."""

    agenda_id: str
    version: int
    remark: Annotated[str, Text(3, 500)]


@dataclass(frozen=True, slots=True)
class NotulenReturned:
    """The notulis has it again."""

    notulis_name: str


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotChair, NotulenNotSubmitted, Stale))
def return_notulen(returned: NotulenToReturn, ctx: Context) -> NotulenReturned:
    """Give the notulen of a meeting that the caller led back to its notulis, who is told and gets a task."""
    access = notulen_access(returned.agenda_id, ctx)
    agenda, notulen = access.agenda, access.notulen
    writing, approving = (find_task(it, agenda.id, ctx) for it in (TaskKind.NOTULEN_TO_WRITE, TaskKind.NOTULEN))
    subject = replace(
        as_subject(agenda), id=subject_id("notulen", agenda.id), link=f"/agenda/{agenda.id}/notulen", at=None
    )
    ctx.find(SUBJECTS, subject.id, right_from="the notulen that is given back")

    require_chair(notulen, ctx.actor.id)
    require_submitted(notulen)

    ctx.put(NOTULEN, replace(notulen, state=NotulenState.DRAFT, remark=returned.remark), seen=returned.version)
    ctx.put(SUBJECTS, subject)
    settle(approving, ctx, subject_id=agenda_subject_id(agenda.id))
    ask(writing_task(agenda, notulen, ctx), ctx, found=writing)
    request_notices(NoticeKind.NOTULEN_RETURNED, subject.id, [notulen.notulis.person_id], ctx)
    return NotulenReturned(notulen.notulis.name)
