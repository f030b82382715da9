"""Who wrote to an office before: what the clerk is offered while typing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eoffice.domain.same_letter import folded
from shared.kernel.collections import ListQuery, TypedCollection
from shared.values import fingerprint

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext


@dataclass(frozen=True, slots=True)
class KnownSender:
    """A sender as the desk of an office wrote it last; ``folded`` is by what it is found."""

    organisation_id: str
    folded: str
    name: str

    @classmethod
    def of(cls, organisation_id: str, name: str) -> KnownSender:
        """Return a sender of that name."""
        return cls(organisation_id, folded(name), name)


def sender_key(organisation_id: str, name: str) -> str:
    """Return the one key of a sender at an office, however it is written."""
    return fingerprint(organisation_id, folded(name))


BY_BEGINNING = ListQuery(equal=("organisation_id",), order="folded")

KNOWN_SENDERS = TypedCollection(
    "known_senders", KnownSender, key=lambda it: sender_key(it.organisation_id, it.name), queries=(BY_BEGINNING,)
)


def senders_beginning(text: str, most: int, ctx: ReadContext) -> tuple[str, ...]:
    """Return some senders of the caller's desk whose names begin so, in order."""
    low = folded(text)
    page = ctx.list(
        KNOWN_SENDERS,
        BY_BEGINNING,
        equal=(ctx.actor.organisation_id,),
        low=low,
        high=f"{low}\uffff",
        limit=most,
        right_from="the desk whose senders they are",
    )
    return tuple(sender.name for _, sender in page.items)
