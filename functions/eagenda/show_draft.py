"""Show a draft of an agenda, as a form is filled from it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.drafts import own_draft
from functions.eagenda.holders import invitee
from functions.eagenda.shown_draft import ShownDraft, shown_post
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date


@dataclass(frozen=True, slots=True)
class WhichDraft:
    """The draft."""

    draft_id: str


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_draft(which: WhichDraft, ctx: ReadContext) -> ShownDraft:
    """Show a draft with those who attend: persons by name, posts by their holder of the day."""
    draft = own_draft(which.draft_id, ctx)
    day = wib_date(draft.starts_at or ctx.now)
    persons = (invitee(it, day, ctx) for it in dict.fromkeys(draft.person_ids))
    posts = (shown_post(it, day, ctx) for it in dict.fromkeys(draft.position_ids))
    return ShownDraft(
        draft.id,
        draft.state,
        draft.hal,
        draft.place,
        draft.source,
        draft.link,
        draft.starts_at,
        draft.ends_at,
        draft.is_to_attend,
        draft.is_secret,
        tuple(it for it in (*persons, *posts) if it is not None),
        draft.agenda_id,
    )
