"""Show an organisation: where it stands, what stands below it, and who holds its posts on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.directory.managed import RIGHT, load_office, may_manage
from functions.directory.posts import ShownPost, posts_on
from shared.directory.model import ORGANISATIONS, OrganisationKind
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Day


@dataclass(frozen=True, slots=True)
class OrganisationOnDay:
    """Which organisation, as of which day; today when none is given."""

    organisation_id: str
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class NamedOrganisation:
    """An organisation by its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ShownOrganisation:
    """An organisation; ``above`` begins with the one that it is part of. ``manages``: the caller may change it."""

    id: str
    kind: OrganisationKind
    name: str
    short_name: str
    code: str
    address: str
    contact: str
    ends_on: date | None
    above: tuple[NamedOrganisation, ...]
    day: date
    posts: tuple[ShownPost, ...]
    manages: bool
    version: int


@query(permission=Permission.READ_DIRECTORY, refuses=(RecordMissing,))
def show_organisation(asked: OrganisationOnDay, ctx: ReadContext) -> ShownOrganisation:
    """Show an organisation and who holds which of its posts on a day."""
    office = load_office(asked.organisation_id, ctx)
    day = asked.day or wib_date(ctx.now)
    above = (ctx.get(ORGANISATIONS, key, right_from=RIGHT) for key in office.path[1:])
    it = office.organisation
    return ShownOrganisation(
        id=it.id,
        kind=it.kind,
        name=it.name,
        short_name=it.short_name,
        code=it.code,
        address=it.address,
        contact=it.contact,
        ends_on=it.ends_on,
        above=tuple(NamedOrganisation(each.id, each.name) for each in above),
        day=day,
        posts=posts_on(day, it.id, ctx),
        manages=may_manage(office.path, ctx),
        version=ctx.version(ORGANISATIONS, it.id),
    )
