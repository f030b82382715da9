"""Find who wrote to the office before, by the beginning of the name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eoffice.senders import senders_beginning
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.values import Text

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class SenderSearch:
    """The beginning of a name."""

    text: Annotated[str, Text(2, 200)]


@dataclass(frozen=True, slots=True)
class FoundSenders:
    """A few names in order."""

    names: tuple[str, ...]


@query(permission=Permission.REGISTER_LETTERS, limit=PerActor(per_minute=240, burst=60), body=True)
def find_senders(search: SenderSearch, ctx: ReadContext) -> FoundSenders:
    """Find earlier senders of letters to the caller's office."""
    return FoundSenders(senders_beginning(search.text, _SHOWN, ctx))
