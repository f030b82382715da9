"""List the tables and what waits in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from functions.tables.domain.proposal import ProposalState
from functions.tables.records import IN_STATE, PROPOSALS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.tables.table import all_tables


@dataclass(frozen=True, slots=True)
class ListedTable:
    """A table and how many proposals wait for a decision."""

    id: str
    title: str
    purpose: str
    waiting: int


@dataclass(frozen=True, slots=True)
class ListedTables:
    """All tables in order of title."""

    items: tuple[ListedTable, ...]


@query(permission=Permission.READ_TABLES)
def list_tables(ctx: ReadContext) -> ListedTables:
    """List the tables that administrators change."""
    proposed = ctx.every(PROPOSALS, IN_STATE, equal=(ProposalState.PROPOSED.value,))

    waiting = Counter(proposal.table_id for _, proposal in proposed)
    tables = sorted(all_tables().values(), key=lambda table: table.title)
    return ListedTables(tuple(ListedTable(it.id, it.title, it.purpose, waiting[it.id]) for it in tables))
