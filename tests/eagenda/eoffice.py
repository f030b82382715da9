"""E-Office as it will keep its side of the contract: it writes the facts of a letter and publishes the event."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from functions.eagenda.discard_draft import DraftDiscarded, DraftToDiscard, discard_draft
from functions.eagenda.domain.plan import Plan
from functions.eagenda.drafts import AGENDA_DRAFTS, draft_id
from functions.eagenda.list_drafts import ListedDrafts, WhichDrafts, list_drafts
from functions.eagenda.show_draft import WhichDraft, show_draft
from functions.eagenda.shown_draft import ShownDraft
from functions.portal.list_tasks import WhichTasks, list_tasks
from functions.portal.listed_task import ListedTask
from shared import codec
from shared.events.eoffice import AgendaAsked, AgendaWish
from shared.events.event import EventEnvelope
from shared.views.letters import LETTER_FACTS, LetterFacts
from tests.desk import MORNING
from tests.eagenda.meeting import ALL

if TYPE_CHECKING:
    from functions.eagenda.domain.draft import AgendaDraft
    from shared.actor import Actor
    from tests.desk import Desk

TOMORROW = MORNING + timedelta(days=1)
LETTER = LetterFacts(
    "surat-1", "005/1234/416-201/2026", "Undangan rakor SPBE", "Bappeda", "Ruang SBK", "/surat/masuk/1"
)
INVITATION = AgendaAsked(
    "surat-1",
    "post-dewi",
    AgendaWish.ATTEND,
    1,
    TOMORROW,
    TOMORROW + timedelta(hours=2),
    attending_position_ids=("post-dewi",),
    disposisi_id="disposisi-1",
)


class EOffice:
    """What E-Office does of the contract, and Dewi, whom the letter reached."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.dewi = desk.employee("Dewi", *ALL)
        desk.given(LETTER_FACTS, LETTER)

    def publish(self, event: AgendaAsked, number: int = 1, **more: Any) -> None:  # noqa: ANN401 -- fields to come
        """Hand an event to the bus as a later release of E-Office might: with fields that nobody knows yet."""
        data = {**codec.encode_answer(AgendaAsked, event), **more}
        sent = EventEnvelope(f"eoffice-{number}", event.event_name(), MORNING, "p-tini", "setda", "request", data)
        self.desk.bus.publish([sent])
        self.desk.deliver()

    def draft(self, letter_id: str = "surat-1") -> AgendaDraft:
        """Return the draft as it is stored."""
        found = self.desk.found(AGENDA_DRAFTS, draft_id(letter_id, "post-dewi"))
        assert found is not None
        return found

    def tasks(self, by: Actor | None = None) -> tuple[ListedTask, ...]:
        """Return what waits for somebody."""
        items: tuple[ListedTask, ...] = self.desk.call(list_tasks, WhichTasks(), by=by or self.dewi).items
        return items

    def listed(self, by: Actor | None = None) -> list[str]:
        """Return the drafts that somebody finds in their list."""
        shown: ListedDrafts = self.desk.call(list_drafts, WhichDrafts(), by=by or self.dewi)
        return [it.title for it in shown.items]

    def shown(self, by: Actor | None = None) -> ShownDraft:
        """Open the draft."""
        shown: ShownDraft = self.desk.call(show_draft, WhichDraft(self.draft().id), by=by or self.dewi)
        return shown

    def plan(self, draft: str = "") -> Plan:
        """Return the form as the draft filled it."""
        shown = self.shown()
        assert shown.starts_at is not None
        assert shown.ends_at is not None
        posts = tuple(it.position_id for it in shown.invited)
        key = draft or shown.id
        return Plan(shown.hal, shown.place, shown.starts_at, shown.ends_at, (), posts, draft_id=key)

    def discard(self, by: Actor | None = None) -> DraftDiscarded:
        """Discard the draft."""
        answer: DraftDiscarded = self.desk.call(discard_draft, DraftToDiscard(self.draft().id), by=by or self.dewi)
        return answer


def revised(revision: int, **changed: Any) -> AgendaAsked:  # noqa: ANN401 -- any field
    """Return what the letter says in another revision."""
    later = {"starts_at": TOMORROW + timedelta(days=1), **changed}
    return AgendaAsked("surat-1", "post-dewi", AgendaWish.ATTEND, revision, **later)
