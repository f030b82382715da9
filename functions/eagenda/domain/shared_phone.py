"""Phones by which more than one person scanned: somebody may have brought the phones, or the passwords, of others.

It is a mark and no wall: whoever has no phone may sign in on a colleague's, and a browser that is emptied goes by
another name. Of scans that were kept without a network the device's key says whose they are (`kept_scan`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eagenda.domain.attendance import Attendance


@dataclass(frozen=True, slots=True)
class Scanned:
    """Somebody who scanned with a shared phone."""

    person_id: str
    name: str
    organisation_name: str
    attended_at: Instant


@dataclass(frozen=True, slots=True)
class SharedPhone:
    """A phone and all who scanned with it, in order of arrival."""

    people: tuple[Scanned, ...]


def shared_phones(present: Iterable[Attendance]) -> tuple[SharedPhone, ...]:
    """Return the phones by which two people or more scanned, that with the earliest scan first."""
    named = sorted((it for it in present if it.browser), key=lambda it: (it.browser, it.at))
    phones = (_people(scans) for _, scans in groupby(named, key=lambda it: it.browser))
    shared = (SharedPhone(people) for people in phones if len(people) > 1)
    return tuple(sorted(shared, key=lambda it: it.people[0].attended_at))


def _people(scans: Iterable[Attendance]) -> tuple[Scanned, ...]:
    """Return each person once, with their first scan: of several sittings there are several."""
    first: dict[str, Scanned] = {}
    for it in scans:
        who = it.attendee
        first.setdefault(who.person_id, Scanned(who.person_id, who.name, who.organisation_name, it.at))
    return tuple(first.values())
