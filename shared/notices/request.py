"""Asking for notices: in the transaction of what people are told about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.events.notices import NoticeRequested
from shared.rules.notice import NoticeKind, Urgency

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.kernel.context import Context

_TOGETHER = 50  # two writes and a read for each person: what a transaction of either store bears in a second
_POSITIONS_TOGETHER = 25  # of each the holder, and who acts


def request_notices(
    kind: NoticeKind,
    subject_id: str,
    person_ids: Iterable[str],
    ctx: Context,
    *,
    urgency: Urgency = Urgency.NORMAL,
) -> None:
    """Have people told something about a subject, each once; many of them in several events."""
    people = tuple(dict.fromkeys(person_ids))
    for start in range(0, len(people), _TOGETHER):
        ctx.emit(NoticeRequested(kind, subject_id, people[start : start + _TOGETHER], urgency))


def request_notices_to_positions(
    kind: NoticeKind,
    subject_id: str,
    position_ids: Iterable[str],
    ctx: Context,
    *,
    urgency: Urgency = Urgency.NORMAL,
) -> None:
    """Have those told who hold positions on the day of the notice, whether for good or acting."""
    positions = tuple(dict.fromkeys(position_ids))
    for start in range(0, len(positions), _POSITIONS_TOGETHER):
        some = positions[start : start + _POSITIONS_TOGETHER]
        ctx.emit(NoticeRequested(kind, subject_id, (), urgency, some))
