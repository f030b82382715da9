"""How a notulen is shown: its text, its officers and owners as they stand today, and its papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.notulen import NotulenState
from functions.eagenda.domain.notulen_text import NotulenText
from functions.eagenda.notulen import Access
from shared.directory.standing import find_standing
from shared.kernel.context import ReadContext
from shared.rules.calendar import add_working_days, wib_date
from shared.tables.holidays import days_off
from shared.values import Instant

_TERMS = (5, 10, 20)  # working days that a form offers; any other day may be typed


@dataclass(frozen=True, slots=True)
class ShownOfficer:
    """Who leads or writes."""

    person_id: str
    name: str
    position_title: str


@dataclass(frozen=True, slots=True)
class ShownOwner:
    """Somebody named in a decision, as they stand today."""

    person_id: str
    name: str
    position_title: str


@dataclass(frozen=True, slots=True)
class ShownEdition:
    """A paper of this notulen; ``reason`` is why it took the place of the one before."""

    number: int
    approved_at: Instant
    approved_by: str
    code: str
    sha256: str
    reason: str
    replaced_at: Instant | None


@dataclass(frozen=True, slots=True)
class Term:
    """A day that lies so many working days after the meeting."""

    working_days: int
    on: date


@dataclass(frozen=True, slots=True)
class ShownNotulen:
    """The notulen as the caller may see it. Without the right to its draft, ``text`` and ``present`` are empty.

    ``present`` are the first of those present, in words; ``changed_by`` is who wrote the draft last.
    """

    agenda_id: str
    agenda_title: str
    agenda_state: AgendaState
    starts_at: Instant
    ends_at: Instant
    place: str
    version: int
    state: NotulenState
    chair: ShownOfficer
    notulis: ShownOfficer
    remark: str
    is_started: bool
    text: NotulenText | None
    owners: tuple[ShownOwner, ...]
    present: tuple[str, ...]
    present_count: int
    terms: tuple[Term, ...]
    editions: tuple[ShownEdition, ...]
    changed_at: Instant
    may_name: bool
    may_write: bool
    may_approve: bool


def shown_owners(access: Access, ctx: ReadContext) -> tuple[ShownOwner, ...]:
    """Return those named in the decisions, as they stand today."""
    people = dict.fromkeys(it.owner_id for it in access.notulen.text.decisions if it.owner_id)
    standings = [it for person in people if (it := find_standing(ctx.ports.cached, person, ctx.now))]
    today = wib_date(ctx.now)
    return tuple(
        ShownOwner(it.person_id, it.name, it.on(today)[0].position_title if it.on(today) else "") for it in standings
    )


def offered_terms(held_on: date, ctx: ReadContext) -> tuple[Term, ...]:
    """Return the days that a form offers for what is decided at a meeting of that day."""
    off = days_off(ctx)
    return tuple(Term(it, add_working_days(held_on, it, off)) for it in _TERMS)
