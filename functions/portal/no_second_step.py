"""Take a person's second step away: what both who turns it off and who resets it for another write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.portal.domain.second_step import SecondStep
from functions.portal.records import SECOND_STEPS
from shared.directory.people import load_projections, write_person
from shared.values import Secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.directory.model import Person
    from shared.kernel.context import Context


def without_second_step(person: Person, ctx: Context, right_from: str) -> Callable[[], None]:
    """Read what stands before, and return what writes; a secret that is no longer used is forgotten."""
    ctx.find(SECOND_STEPS, person.id, right_from=right_from)
    before = load_projections(person.id, ctx)

    def write() -> None:
        ctx.put(SECOND_STEPS, SecondStep(person.id, Secret("")))
        write_person(replace(person, second_step=False), before, ctx)

    return write
