"""List to whom the desk may route a letter."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.addressees import addressees
from functions.eoffice.post_holders import holder_names
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class ListedAddressee:
    """A post, and who decides in it today; nobody while it is vacant."""

    position_id: str
    title: str
    holder: str


@dataclass(frozen=True, slots=True)
class ListedAddressees:
    """The head of the office first, then its other posts, then those of the offices above."""

    items: tuple[ListedAddressee, ...]


@query(permission=Permission.REGISTER_LETTERS)
def list_addressees(ctx: ReadContext) -> ListedAddressees:
    """List the posts to which the caller's desk may route letters."""
    posts = addressees(ctx)
    holders = holder_names((it.position_id for it in posts), ctx)
    return ListedAddressees(tuple(ListedAddressee(it.position_id, it.title, holders[it.position_id]) for it in posts))
