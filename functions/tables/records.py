"""The collection of proposals; the rows in force lie in `shared/tables/rows`."""

from __future__ import annotations

from functions.tables.domain.proposal import Proposal
from shared.kernel.collections import ListQuery, TypedCollection
from shared.permissions import Permission

IN_STATE = ListQuery(equal=("state",), order="proposed.at")
OF_TABLE_NEWEST_FIRST = ListQuery(equal=("table_id",), order="proposed.at", descending=True)


PROPOSALS = TypedCollection(
    "table_proposals",
    Proposal,
    key=lambda it: it.id,
    readers=lambda _: (f"perm:{Permission.READ_TABLES}",),
    queries=(IN_STATE, OF_TABLE_NEWEST_FIRST),
)
