"""Show agendas to the offices that are above theirs now."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.records import AGENDAS, WITH_OFFICE
from shared.directory.following import Following, Path, follow
from shared.events.directory import OfficeFollowed, PostsTouched
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context


@reaction(to=(PostsTouched, OfficeFollowed))
def follow_offices(touched: PostsTouched | OfficeFollowed, ctx: Context) -> None:
    """Show the agendas of an office that has moved, and of those below it, to those above it now."""
    agendas = Following(AGENDAS, WITH_OFFICE, lambda it: it.organiser.organisation_path, _moved)
    follow(touched, (agendas,), ctx)


def _moved(agenda: Agenda, path: Path) -> Agenda:
    return replace(agenda, organiser=replace(agenda.organiser, organisation_path=path))
