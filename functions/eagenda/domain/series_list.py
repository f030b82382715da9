"""Who is invited to the later days of a series: changed by a job, in parts of a few people on one day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import MOST_INVITED
from functions.eagenda.domain.invitees import AT_ONCE
from shared.refusals import InvalidField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.series_policy import SeriesPolicy


@dataclass(frozen=True, slots=True)
class SeriesListChange:
    """Whom a job invites to these days, persons and posts, or whose invitations it withdraws there.

    ``told`` have been told of it: each once, on the first of the days that it concerns them.
    """

    job_id: str
    series_id: str
    agenda_ids: tuple[str, ...]
    persons: tuple[str, ...]
    posts: tuple[str, ...] = ()
    withdraws: bool = False
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A few of those people on one of the days; ``words`` say which of them where they are many."""

    agenda_id: str
    persons: tuple[str, ...]
    posts: tuple[str, ...]
    words: str


def part_count(change: SeriesListChange) -> int:
    """Return in how many parts the job does its work."""
    return len(change.agenda_ids) * _parts_a_day(change)


def part_of(change: SeriesListChange, done: int) -> Part:
    """Return the part that follows those that are done: day after day."""
    day, which = divmod(done, _parts_a_day(change))
    asked = (*((it, "") for it in change.persons), *(("", it) for it in change.posts))
    these = asked[which * AT_ONCE : (which + 1) * AT_ONCE]
    words = f", undangan {which * AT_ONCE + 1}–{which * AT_ONCE + len(these)}" if len(asked) > AT_ONCE else ""
    persons = tuple(person for person, _ in these if person)
    return Part(change.agenda_ids[day], persons, tuple(post for _, post in these if post), words)


def require_fits(days: Iterable[Agenda], more: int, policy: SeriesPolicy) -> None:
    """Refuse nobody at all, and more invitations than a day or the series holds. Raises InvalidField."""
    counts = [it.invited_count for it in days]
    if more == 0:
        raise InvalidField("/invited", "Pilih siapa yang diundang.")
    if max(counts) + more > MOST_INVITED:
        raise InvalidField("/invited", f"Satu tanggal paling banyak {MOST_INVITED} undangan.")
    if sum(counts) + more * len(counts) > policy.most_invitations:
        sentence = f"Satu seri paling banyak {policy.most_invitations} undangan. Undang pada sebagian tanggalnya saja."
        raise InvalidField("/invited", sentence)


def _parts_a_day(change: SeriesListChange) -> int:
    return -(-(len(change.persons) + len(change.posts)) // AT_ONCE)
