"""Let deliveries that were given up be tried again."""

from __future__ import annotations

from dataclasses import dataclass

from shared.deliveries import DELIVERIES, release
from shared.events.portal import DeliveriesReleased
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.ports.bus import DeliveryState
from shared.ports.records import KeyRefused, check_key
from shared.refusals import InvalidField

AT_MOST = 100


@dataclass(frozen=True, slots=True)
class LettersToReplay:
    """The dead letters, by the ids that the list shows: one to a hundred."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LettersReplayed:
    """How many go out again; one that is dead no more is left alone."""

    replayed: int


@operation(permission=Permission.WATCH_SYSTEM)
def replay_dead_letters(letters: LettersToReplay, ctx: Context) -> LettersReplayed:
    """Give dead deliveries all their attempts again, to their own subscriber alone."""
    ids = tuple(dict.fromkeys(letters.ids))
    _check(ids)
    found = ((it, ctx.find(DELIVERIES, it, right_from="the permission to watch the system")) for it in ids)
    dead = [(key, it) for key, it in found if it is not None and it.state is DeliveryState.DEAD]

    released = [release(it, ctx.now) for _, it in dead]

    for delivery in released:
        ctx.put(DELIVERIES, delivery)
    if dead:
        ctx.emit(DeliveriesReleased(tuple(key for key, _ in dead)))
    return LettersReplayed(len(dead))


def _check(ids: tuple[str, ...]) -> None:
    if not 1 <= len(ids) <= AT_MOST:
        raise InvalidField("/ids", f"Pilih 1 sampai {AT_MOST} kiriman.")
    for number, it in enumerate(ids):
        try:
            check_key(it)
        except KeyRefused:
            raise InvalidField(f"/ids/{number}", "Muat ulang daftar, lalu pilih dari sana.") from None
