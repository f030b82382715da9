"""List the organisations of a kind that stand at the top, or those below one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.directory.managed import RIGHT
from shared.directory.model import BY_KIND, BY_PARENT, ORGANISATIONS, OrganisationKind
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.rules.calendar import wib_date


@dataclass(frozen=True, slots=True)
class BranchOfOrganisations:
    """Those below an organisation; without one, those of a kind that stand below nothing."""

    parent_id: str = ""
    kind: OrganisationKind = OrganisationKind.OPD
    dissolved: bool = False


@dataclass(frozen=True, slots=True)
class ListedOrganisation:
    """An organisation, and whether others stand below it."""

    id: str
    kind: OrganisationKind
    name: str
    short_name: str
    has_units: bool
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class ListedOrganisations:
    """The organisations in order of name; those dissolved before today only when asked for."""

    items: tuple[ListedOrganisation, ...]


@query(permission=Permission.READ_DIRECTORY)
def list_organisations(branch: BranchOfOrganisations, ctx: ReadContext) -> ListedOrganisations:
    """List the organisations of one branch of the tree."""
    if branch.parent_id:
        found = ctx.every(ORGANISATIONS, BY_PARENT, equal=(branch.parent_id,), right_from=RIGHT)
    else:
        found = ctx.every(ORGANISATIONS, BY_KIND, equal=(branch.kind.value,), right_from=RIGHT)

    today = wib_date(ctx.now)
    shown = [
        it
        for _, it in found
        if (branch.parent_id or not it.parent_id) and (branch.dissolved or it.ends_on is None or it.ends_on >= today)
    ]
    return ListedOrganisations(
        tuple(
            ListedOrganisation(
                it.id,
                it.kind,
                it.name,
                it.short_name,
                ctx.count(ORGANISATIONS, BY_PARENT, equal=(it.id,), up_to=1, right_from=RIGHT) > 0,
                it.ends_on,
            )
            for it in shown
        )
    )
