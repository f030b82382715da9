"""Show everybody what the leadership of the regency attends in the next thirty days."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from functions.eagenda.public_agendas import CACHE_SECONDS, as_public, public_agendas
from shared.answers import Page
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerAddress
from shared.pages.render import render
from shared.permissions import PUBLIC
from shared.rules.calendar import day_date, span, wib_date

if TYPE_CHECKING:
    from functions.eagenda.public_agendas import PublicAgenda


@query(permission=PUBLIC, limit=PerAddress(per_minute=60, burst=30), page="/publik/agenda")
def show_public_agenda(ctx: ReadContext) -> Page:
    """Show the public agenda of Bupati, Wakil Bupati and Sekretaris Daerah as a page that needs no JavaScript."""
    told = [as_public(led) for led in public_agendas(ctx)]

    days = [
        (day_date(day), [_shown(agenda) for agenda in on_day])
        for day, on_day in groupby(told, lambda it: max(wib_date(it.starts_at), wib_date(ctx.now)))
    ]
    return render(
        "public_agenda.html",
        cache_seconds=CACHE_SECONDS,
        demo=ctx.ports.demo,
        days=days,
        today=day_date(wib_date(ctx.now)),
    )


def _shown(agenda: PublicAgenda) -> dict[str, object]:
    leaders = [f"{leader.position} ({leader.name})" for leader in agenda.leaders]
    return {"agenda": agenda, "when": span(agenda.starts_at, agenda.ends_at), "leaders": ", ".join(leaders)}
