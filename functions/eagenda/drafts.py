"""Drafts of agendas: where they are kept, whose they are, and the task that waits for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.draft import AgendaDraft, DraftState, due, published
from shared.kernel.collections import ListQuery, TypedCollection
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, settle
from shared.tasks.in_name_of import chief_at
from shared.tasks.task import Task, TaskKind, new_task, of_holder, of_position
from shared.values import fingerprint

if TYPE_CHECKING:
    from shared.kernel.context import Context, ReadContext


def draft_id(letter_id: str, position_id: str) -> str:
    """Return the one id of what a letter asks of a position: asked twice, it is one draft."""
    return fingerprint(letter_id, position_id)[:20]


def draft_readers(draft: AgendaDraft) -> tuple[str, ...]:
    """Show a draft to whoever holds the position that is asked."""
    return (f"pos:{draft.position_id}",)


IN_STATE = ListQuery(equal=("state",), order="drafted_at", descending=True)

AGENDA_DRAFTS = TypedCollection(
    "agenda_drafts",
    AgendaDraft,
    key=lambda it: it.id,
    readers=draft_readers,
    matter=lambda it: it.letter_id,
    queries=(IN_STATE,),
)


def own_draft(key: str, ctx: ReadContext) -> AgendaDraft:
    """Return a draft for a position of the caller's, or of a chief's in whose name they prepare. Raises RecordMissing.

    Of a secret letter the aides are not told.
    """
    draft = ctx.find(AGENDA_DRAFTS, key)
    if draft is None:
        of_chief = ctx.find(AGENDA_DRAFTS, key, right_from="the chief in whose name an aide prepares")
        is_told = of_chief is not None and not of_chief.is_secret
        if of_chief and is_told and chief_at(of_chief.position_id, TaskKind.AGENDA_DRAFT, ctx):
            draft = of_chief
    if draft is None:
        raise RecordMissing("Draf ini tidak ada, atau bukan untuk jabatan Anda. Buka dari Kerja saya.")
    return draft


def draft_task(draft: AgendaDraft, ctx: Context) -> Task:
    """Return what asks the position's holder to make an agenda of a draft, or to discard it."""
    whoever_holds = of_holder if draft.is_secret else of_position
    task = new_task(
        TaskKind.AGENDA_DRAFT,
        draft.id,
        addressees=(whoever_holds(draft.position_id),),
        title=draft.title,
        detail=draft.source,
        link=f"/agenda/baru?draf={draft.id}",
        asker=ctx.actor,
        now=ctx.now,
        due=due(draft),
    )
    return replace(task, asker_id="", asker=draft.sender or "E-Office")


class Publishing:
    """A draft of which an agenda is made, with its task; read before anything is written."""

    def __init__(self, key: str, ctx: Context) -> None:
        """Read the draft, where there is one. Raises RecordMissing."""
        self.draft = own_draft(key, ctx) if key else None
        self.task = find_task(TaskKind.AGENDA_DRAFT, key, ctx) if key else None

    def decide(self, agenda_id: str) -> None:
        """Make the draft this agenda's. Raises DraftSettled."""
        self.draft = published(self.draft, agenda_id) if self.draft else None

    def write(self, ctx: Context) -> None:
        """Write the draft and settle its task."""
        if self.draft is not None:
            ctx.put(AGENDA_DRAFTS, self.draft)
            settle(self.task, ctx)


def is_open(draft: AgendaDraft) -> bool:
    """Whether the draft waits."""
    return draft.state is DraftState.OPEN
