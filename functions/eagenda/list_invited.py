"""List who is invited to an agenda, for those who run it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import MOST_INVITED, Agenda, NotOrganiser
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.answering import AnswerCounts
from functions.eagenda.invitations import INVITED_POSTS
from functions.eagenda.listed_invited import ListedInvited, listed
from functions.eagenda.records import INVITATIONS, OF_AGENDA, OF_AGENDA_BY_ANSWER
from shared.directory.model import POSITIONS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing

_RIGHT = "the agenda that the caller runs"
_PAGE = 100


@dataclass(frozen=True, slots=True)
class WhichInvited:
    """Of which agenda, all or those with one answer; the cursor continues an earlier answer."""

    agenda_id: str
    answer: AnswerKind | None = None
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class InvitedList:
    """A part of the list, how many are invited in all, and the invited posts that nobody holds on the day."""

    items: tuple[ListedInvited, ...]
    invited_count: int
    counts: AnswerCounts
    vacant_posts: tuple[str, ...]
    next_cursor: str | None


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def list_invited(which: WhichInvited, ctx: ReadContext) -> InvitedList:
    """List who is invited to an agenda."""
    agenda = organised_agenda(which.agenda_id, ctx)
    order = OF_AGENDA if which.answer is None else OF_AGENDA_BY_ANSWER
    asked = (agenda.id,) if which.answer is None else (agenda.id, False, which.answer)
    page = ctx.list(INVITATIONS, order, equal=asked, cursor=which.cursor, limit=_PAGE, right_from=_RIGHT)
    posts = ctx.find(INVITED_POSTS, agenda.id, right_from=_RIGHT)
    vacant = [ctx.peek(POSITIONS, it.position_id) for it in posts.posts if not it.holder_id] if posts else []

    items = sorted((listed(it, ctx) for _, it in page.items), key=lambda it: it.name.casefold())
    titles = tuple(it.title for it in vacant if it is not None)
    return InvitedList(tuple(items), agenda.invited_count, _counts(agenda, ctx), titles, page.next_cursor)


def _counts(agenda: Agenda, ctx: ReadContext) -> AnswerCounts:
    coming, not_coming, represented, unanswered = (
        ctx.count(INVITATIONS, OF_AGENDA_BY_ANSWER, equal=(agenda.id, False, it), up_to=MOST_INVITED, right_from=_RIGHT)
        for it in (AnswerKind.COMING, AnswerKind.NOT_COMING, AnswerKind.REPRESENTED, AnswerKind.UNANSWERED)
    )
    return AnswerCounts(coming, not_coming, represented, unanswered)
