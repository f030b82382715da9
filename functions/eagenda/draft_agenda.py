"""Make a draft of the agenda that a letter asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.draft import AgendaDraft, DraftState, renewed
from functions.eagenda.drafts import AGENDA_DRAFTS, draft_id, draft_task, is_open
from shared.events.eoffice import AgendaAsked, AgendaWish
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.tasks.ask import ask, find_task, settle
from shared.tasks.task import TASKS, TaskKind, TaskState
from shared.views.letters import LETTER_FACTS

if TYPE_CHECKING:
    from shared.views.letters import LetterFacts

_RIGHT = "the event of the letter"
_LINE, _SHORT = 200, 100  # an agenda's title and place take a line


@reaction(to=AgendaAsked)
def draft_agenda(asked: AgendaAsked, ctx: Context) -> None:
    """Make one draft and its task; a later revision changes an open draft, a withdrawn letter takes it away."""
    key = draft_id(asked.letter_id, asked.position_id)
    letter = None if asked.is_secret else ctx.find(LETTER_FACTS, asked.letter_id, right_from=_RIGHT)
    before = ctx.find(AGENDA_DRAFTS, key, right_from=_RIGHT)
    task = find_task(TaskKind.AGENDA_DRAFT, key, ctx)

    draft = renewed(before, _draft(key, asked, letter, ctx))
    if draft is None:
        return

    ctx.put(AGENDA_DRAFTS, draft)
    if not is_open(draft):
        settle(task, ctx)
    elif task is None or task.state is TaskState.SETTLED:
        ask(draft_task(draft, ctx), ctx, found=task)
    else:
        ctx.put(TASKS, replace(draft_task(draft, ctx), asked_at=task.asked_at))


def _draft(key: str, asked: AgendaAsked, letter: LetterFacts | None, ctx: Context) -> AgendaDraft:
    return AgendaDraft(
        key,
        asked.letter_id,
        asked.position_id,
        asked.wish is AgendaWish.ATTEND,
        asked.revision,
        ctx.now,
        hal=letter.hal[:_LINE] if letter else "",
        place=letter.place[:_LINE] if letter else "",
        sender=letter.sender[:_SHORT] if letter else "",
        number=letter.number[:_SHORT] if letter else "",
        link=letter.link if letter else "",
        starts_at=asked.starts_at,
        ends_at=asked.ends_at,
        position_ids=asked.attending_position_ids,
        person_ids=asked.attending_person_ids,
        disposisi_id=asked.disposisi_id,
        is_secret=asked.is_secret,
        state=DraftState.WITHDRAWN if asked.is_withdrawn else DraftState.OPEN,
    )
