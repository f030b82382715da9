"""Show which days a rule of repetition names, before anything is published."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.series import Rule, SeriesPlan, series_days
from functions.eagenda.previewed_day import PreviewedDay, previewed
from functions.eagenda.rooms import booked_room
from functions.eagenda.series import named_days_off, policy, taken_days
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.rules.recurrence import parse_recurrence, recurrence_words, rrule
from shared.values import Day, Instant


@dataclass(frozen=True, slots=True)
class SeriesQuestion:
    """When the first meeting is, how it repeats, and the room that it wants each time."""

    starts_at: Instant
    ends_at: Instant
    rule: Rule
    skip_days_off: bool = False
    excluded: tuple[Day, ...] = ()
    room_id: str | None = None


@dataclass(frozen=True, slots=True)
class SeriesPreview:
    """What the rule means in words, its days, and of which years no days off are known yet."""

    words: str
    rule: str
    day_count: int
    days: tuple[PreviewedDay, ...]
    unknown_years: tuple[int, ...]


@query(permission=Permission.ORGANISE_AGENDA, body=True)
def preview_series(question: SeriesQuestion, ctx: ReadContext) -> SeriesPreview:
    """Show the days of a series: those that take place, those that are skipped and why, and where the room is taken."""
    plan = SeriesPlan(
        "Seri",
        "–",
        question.starts_at,
        question.ends_at,
        (),
        rule=question.rule,
        skip_days_off=question.skip_days_off,
        excluded=question.excluded,
    )
    days_off = named_days_off(ctx)
    days = series_days(plan, policy(ctx), days_off, ctx.now)
    taken = [it for it in days if not it.skipped]
    room = booked_room(question.room_id, None, ctx)
    clashes = taken_days(room, ((it.starts_at, it.ends_at) for it in taken), ctx, frozenset())

    rule = parse_recurrence(question.rule)
    known = {it.year for it in days_off}
    return SeriesPreview(
        recurrence_words(rule),
        rrule(rule),
        len(taken),
        tuple(previewed(it, clashes[it.day].detail if it.day in clashes else "") for it in days),
        tuple(sorted({it.day.year for it in days} - known)) if question.skip_days_off else (),
    )
