"""Forget what people were told long ago, and the log of the e-mail to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from functions.portal.domain.mail import MailState
from functions.portal.mails import MAILS, SETTLED_FIRST
from functions.portal.notices import NOTICES, OLDEST_FIRST
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import ReadContext
from shared.tables.retention import Kept, kept_since

if TYPE_CHECKING:
    from shared.kernel.collections import TypedCollection
    from shared.ports.records import Records, Transaction

_AT_ONCE = 100


@scheduled(cron="20 2 * * *", catch_up=CatchUp.ONCE, journaled=False)
def forget_notices(ctx: ReadContext) -> None:
    """Delete notices and the log of e-mail that have been kept as long as they may be."""
    until, records = kept_since(Kept.NOTICES, ctx), ctx.ports.records
    while over := ctx.list(NOTICES, OLDEST_FIRST, high=until, limit=_AT_ONCE).items:
        _delete_all(NOTICES, [key for key, _ in over], records)
    for state in (MailState.SENT, MailState.GIVEN_UP):
        while mails := ctx.list(MAILS, SETTLED_FIRST, equal=(state.value,), high=until, limit=_AT_ONCE).items:
            _delete_all(MAILS, [key for key, _ in mails], records)


def _delete_all(collection: TypedCollection[Any], keys: list[str], records: Records) -> None:
    records.transact(partial(_delete, collection=collection, keys=keys))


def _delete(transaction: Transaction, collection: TypedCollection[Any], keys: list[str]) -> None:
    for key in keys:
        transaction.delete(collection.stored, key)
