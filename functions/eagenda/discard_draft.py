"""Discard a draft of an agenda."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.draft import DraftSettled, DraftState, discarded
from functions.eagenda.drafts import AGENDA_DRAFTS, own_draft
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind


@dataclass(frozen=True, slots=True)
class DraftToDiscard:
    """The draft."""

    draft_id: str


@dataclass(frozen=True, slots=True)
class DraftDiscarded:
    """The draft is discarded; ``already`` when it was before."""

    already: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing, DraftSettled))
def discard_draft(which: DraftToDiscard, ctx: Context) -> DraftDiscarded:
    """Discard a draft: no agenda comes of the letter, and its task is done."""
    draft = own_draft(which.draft_id, ctx)
    task = find_task(TaskKind.AGENDA_DRAFT, draft.id, ctx)

    already = draft.state is DraftState.DISCARDED
    after = discarded(draft)

    if not already:
        ctx.put(AGENDA_DRAFTS, after)
        settle(task, ctx)
    return DraftDiscarded(already)
