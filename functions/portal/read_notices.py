"""Mark notices as read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.portal.notices import NOTICES, OWN_NOTICES
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import InvalidField, RecordMissing

_MOST = 100


@dataclass(frozen=True, slots=True)
class NoticesToRead:
    """Which notices, each by its id."""

    notice_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticesRead:
    """How many were unread before."""

    count: int


@operation(permission=SIGNED_IN, refuses=(RecordMissing,))
def read_notices(which: NoticesToRead, ctx: Context) -> NoticesRead:
    """Mark notices of the caller as read; marking one again changes nothing."""
    if len(which.notice_ids) > _MOST:
        raise InvalidField("/notice_ids", f"Tandai paling banyak {_MOST} sekaligus.")
    found = [ctx.find(NOTICES, it, right_from=OWN_NOTICES) for it in sorted(set(which.notice_ids))]
    own = [it for it in found if it is not None and it.person_id == ctx.actor.id]
    if len(own) < len(found):
        raise RecordMissing("Muat ulang daftar pemberitahuan.")

    unread = [it for it in own if not it.is_read]

    for notice in unread:
        ctx.put(NOTICES, replace(notice, is_read=True))
    return NoticesRead(len(unread))
