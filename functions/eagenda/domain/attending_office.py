"""Who came to a meeting, office by office: as of the day of the invitation, so that each office finds whom it sent."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.refusals import InvalidField

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from functions.eagenda.domain.attendance import Attendance
    from functions.eagenda.domain.invitation import Invitation

UNKNOWN_OFFICE = "Kantor tidak tercatat"  # invited before invitations named an office, and absent


@dataclass(frozen=True, slots=True)
class AttendingOffice:
    """An office, how many of it are invited (their deputies beside them), and those who came, in order of arrival."""

    name: str
    invited_count: int
    present: tuple[Attendance, ...]


def by_office(invitations: Mapping[str, Invitation], present: Iterable[Attendance]) -> tuple[AttendingOffice, ...]:
    """Return the offices of a meeting by name; ``invitations`` by person."""
    came: dict[str, list[Attendance]] = defaultdict(list)
    offices: dict[str, str] = {it.person_id: it.organisation_name for it in invitations.values()}
    for attendance in present:
        person = attendance.attendee
        offices[person.person_id] = offices.get(person.person_id) or person.organisation_name
        came[offices[person.person_id] or UNKNOWN_OFFICE].append(attendance)
    invited: dict[str, int] = defaultdict(int)
    for it in invitations.values():
        invited[offices[it.person_id] or UNKNOWN_OFFICE] += not it.is_deputy
    names = sorted({*came, *invited}, key=str.casefold)
    return tuple(AttendingOffice(name, invited[name], tuple(came[name])) for name in names)


def chosen_offices(offices: tuple[AttendingOffice, ...], name: str) -> tuple[AttendingOffice, ...]:
    """Return the office of that name, or all for no name. Raises InvalidField."""
    chosen = tuple(it for it in offices if name in {"", it.name})
    if not chosen:
        raise InvalidField("/office", "Tidak ada yang diundang dari kantor ini. Pilih kantor pada daftar.")
    return chosen
