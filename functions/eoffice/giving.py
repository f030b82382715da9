"""What an official chooses for a disposisi, and the disposisi that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.eoffice.domain.disposisi import Disposisi, Recipient
from functions.eoffice.domain.phrase import Asks, Phrase
from shared.values import Day, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eoffice.giver import Giver
    from shared.kernel.context import Context


@dataclass(frozen=True, slots=True)
class DisposisiToGive:
    """Which letter, to which posts, what they are to do, and until which day.

    ``disposisi_id`` names the disposisi by which the caller has the letter; empty for whom the letter itself is for.
    """

    letter_id: str
    recipient_ids: tuple[str, ...]
    phrases: tuple[str, ...]
    due: Day
    note: Annotated[str, Text(0, 1000)] = ""
    disposisi_id: str = ""


def given_by(
    giver: Giver, typed: DisposisiToGive, recipients: tuple[Recipient, ...], phrases: Iterable[Phrase], ctx: Context
) -> Disposisi:
    """Return the disposisi that is chosen."""
    chosen = tuple(phrases)
    return Disposisi(
        id=ctx.new_id(),
        letter_id=typed.letter_id,
        parent_id=typed.disposisi_id,
        from_position_id=giver.position_id,
        from_title=giver.title,
        from_name=giver.name,
        given_at=ctx.now,
        phrases=tuple(it.phrase for it in chosen),
        note=typed.note,
        due=typed.due,
        recipients=recipients,
        asks_attendance=any(it.asks is Asks.WITH_AGENDA for it in chosen),
    )
