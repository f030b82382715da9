"""The hall's rotating code: proof that somebody looks at the hall's screen now.

A code is an HMAC (RFC 2104) of what the hall is for (an agenda or one of its sittings) and the half minute, under the
agenda's secret. The present and the previous slot are accepted, so a code is worth at most a minute; relaying a
photograph within that minute remains possible.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.values import Secret

SLOT_SECONDS = 30
CODE_LASTS = timedelta(seconds=2 * SLOT_SECONDS)  # the present and the previous slot
SLOTS_SHOWN = 20  # ten minutes: what a screen may show while it has no network
SHORT_CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is mistaken for another: no 0 O 1 I
SHORT_CODE_LENGTH = 6


@dataclass(frozen=True, slots=True)
class HallCode:
    """The code of one slot, as a link carries it and as a person types it."""

    starts_at: Instant
    link_code: str
    short_code: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a hall shows: its codes in one of their forms (`link_code` or `short_code`)."""

    make: Callable[[Secret, str, int], str]
    secret: Secret
    hall_id: str


def hall_codes(secret: Secret, hall_id: str, now: datetime, slots: int = SLOTS_SHOWN) -> tuple[HallCode, ...]:
    """Return the codes from the present slot on."""
    first = slot_of(now)
    return tuple(
        HallCode(
            datetime.fromtimestamp(slot * SLOT_SECONDS, UTC),
            link_code(secret, hall_id, slot),
            short_code(secret, hall_id, slot),
        )
        for slot in range(first, first + slots)
    )


def is_current_link_code(code: str, secret: Secret, hall_id: str, now: datetime) -> bool:
    """Whether the code is that of the present or the previous slot."""
    return slot_of_link_code(code, secret, hall_id, now) is not None


def slot_of_link_code(code: str, secret: Secret, hall_id: str, now: datetime) -> int | None:
    """Return the slot that the code belongs to; None when it is neither the present nor the previous one."""
    given = code.encode()
    codes = [(slot, link_code(secret, hall_id, slot).encode()) for slot in _accepted(now)]
    # Each is compared, the first match too: how long it takes says nothing.
    found = [slot for slot, expected in codes if hmac.compare_digest(given, expected)]
    return found[0] if found else None


def is_current_short_code(code: str, secret: Secret, hall_id: str, now: datetime) -> bool:
    """Whether the typed code is that of the present or the previous slot."""
    return _is_one_of(code, [short_code(secret, hall_id, slot) for slot in _accepted(now)])


def was_short_code(code: str, secret: Secret, hall_id: str, now: datetime) -> bool:
    """Whether the typed code was shown in the last ten minutes: it names the hall, even when it is too late."""
    present = slot_of(now)
    recent = range(present - SLOTS_SHOWN, present + 1)
    return _is_one_of(code, [short_code(secret, hall_id, slot) for slot in recent])


def when_shown(code: str, shown: Shown, since: datetime, until: datetime) -> datetime | None:
    """Return the beginning of the slot between two moments whose code this is, or None: for a scan that comes late."""
    given, found = code.encode(), None
    for slot in range(slot_of(since), slot_of(until) + 1):
        if hmac.compare_digest(given, shown.make(shown.secret, shown.hall_id, slot).encode()):
            found = slot
    return None if found is None else datetime.fromtimestamp(found * SLOT_SECONDS, UTC)


def slot_of(instant: datetime) -> int:
    """Return the number of the half minute that holds the instant."""
    return int(instant.timestamp()) // SLOT_SECONDS


def link_code(secret: Secret, hall_id: str, slot: int) -> str:
    """Return 128 bits of the slot's HMAC, for a link."""
    return base64.urlsafe_b64encode(_digest(secret, "link", hall_id, slot)[:16]).decode().rstrip("=")


def short_code(secret: Secret, hall_id: str, slot: int) -> str:
    """Return six letters of the slot's HMAC, to be typed."""
    digest = _digest(secret, "short", hall_id, slot)
    return "".join(SHORT_CODE_LETTERS[byte % len(SHORT_CODE_LETTERS)] for byte in digest[:SHORT_CODE_LENGTH])


def _accepted(now: datetime) -> tuple[int, int]:
    present = slot_of(now)
    return present, present - 1


def _digest(secret: Secret, form: str, hall_id: str, slot: int) -> bytes:
    return hmac.new(secret.reveal().encode(), f"{form}|{hall_id}|{slot}".encode(), hashlib.sha256).digest()


def _is_one_of(code: str, expected: list[str]) -> bool:
    given = code.encode()
    return any([hmac.compare_digest(given, one.encode()) for one in expected])  # noqa: C419 -- all, in constant time
