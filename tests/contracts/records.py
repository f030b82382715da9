"""The collections, and the two shortest works, that the contracts of record stores share."""

from __future__ import annotations

from typing import Any

from shared.ports.records import Collection, Query, Records, Shape

BY_KEY = Shape()
AGENDAS = Collection("agendas", (BY_KEY,))
INVITATIONS = Collection("invitations", (BY_KEY,))


def put(records: Records, key: str, body: dict[str, Any], collection: Collection = AGENDAS) -> None:
    """Write a document."""
    records.transact(lambda transaction: transaction.put(collection, key, body))


def everything(records: Records, collection: Collection = AGENDAS) -> dict[str, Any]:
    """Return all documents of a collection by their keys."""
    return {document.key: document.body for document in records.query(Query(collection, BY_KEY, limit=100))}
