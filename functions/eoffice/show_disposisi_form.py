"""Show what a disposisi of a letter is made of: to whom it may go, and the phrases to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.disposisi import tree_of
from functions.eoffice.domain.disposisi import NotInHand
from functions.eoffice.domain.phrase import Asks
from functions.eoffice.domain.surat_masuk import LetterCancelled, LetterDone, NotAddressee
from functions.eoffice.giver import giver_of
from functions.eoffice.phrases import phrases_today
from functions.eoffice.post_holders import holder_names
from functions.eoffice.subordinates import rung_of, subordinates
from functions.eoffice.surat_masuk import letter_to_read
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.rank_class import rank_order


@dataclass(frozen=True, slots=True)
class WhichHand:
    """Which letter; ``disposisi_id`` is the one by which the caller has it, "" for whom the letter itself is for."""

    letter_id: str
    disposisi_id: str = ""


@dataclass(frozen=True, slots=True)
class PossibleRecipient:
    """A post below the caller's, and who decides in it today; nobody while it is vacant."""

    position_id: str
    title: str
    holder: str


@dataclass(frozen=True, slots=True)
class PossiblePhrase:
    """A standard phrase; ``asks_attendance`` where it prepares an agenda for each recipient."""

    phrase: str
    asks_attendance: bool


@dataclass(frozen=True, slots=True)
class DisposisiForm:
    """As whom the caller gives it, to whom it may go (the highest first), and what it may say."""

    giver_title: str
    recipients: tuple[PossibleRecipient, ...]
    phrases: tuple[PossiblePhrase, ...]


@query(permission=SIGNED_IN, refuses=(RecordMissing, NotAddressee, NotInHand, LetterCancelled, LetterDone))
def show_disposisi_form(which: WhichHand, ctx: ReadContext) -> DisposisiForm:
    """Show to whom the caller may hand a letter down, and with which phrases."""
    letter = letter_to_read(which.letter_id, ctx)
    giver = giver_of(letter, tree_of(letter, ctx), which.disposisi_id, ctx)

    rungs = subordinates(rung_of(giver.position_id, ctx), ctx)
    holders = holder_names((it.position_id for it in rungs), ctx)
    in_order = sorted(rungs, key=lambda it: (rank_order(it.rank_class), it.title))
    return DisposisiForm(
        giver.title,
        tuple(PossibleRecipient(it.position_id, it.title, holders[it.position_id]) for it in in_order),
        tuple(PossiblePhrase(it.phrase, it.asks is Asks.WITH_AGENDA) for it in phrases_today(ctx)),
    )
