"""Add an organisation to the tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.directory.domain.managing import OrganisationOutside, require_office
from functions.directory.domain.organisations import check_code, check_place
from functions.directory.managed import managed_office, manages_all
from shared.directory.model import ORGANISATIONS, Organisation, OrganisationKind
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Line, Text

ShortText = Annotated[str, Text(0, 200)]


@dataclass(frozen=True, slots=True)
class OrganisationToAdd:
    """An organisation; without a parent it stands at the top of the tree."""

    kind: OrganisationKind
    name: Line
    short_name: Annotated[str, Text(1, 60)]
    parent_id: str = ""
    code: ShortText = ""
    address: ShortText = ""
    contact: ShortText = ""


@dataclass(frozen=True, slots=True)
class OrganisationAdded:
    """The organisation has a page and can be given units and posts."""

    organisation_id: str


@operation(permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing, OrganisationOutside))
def add_organisation(new: OrganisationToAdd, ctx: Context) -> OrganisationAdded:
    """Add an organisation, at the top of the tree or below another."""
    above = managed_office(new.parent_id, ctx) if new.parent_id else None

    organisation_id = ctx.new_id()
    if above is None:
        require_office(ctx.actor.organisation_id, (), manages_all=manages_all(ctx))
    else:
        check_place(organisation_id, above.path, above.organisation.ends_on)
    code = check_code(new.code)

    parent = new.parent_id or None
    ctx.create(
        ORGANISATIONS,
        Organisation(organisation_id, new.kind, new.name, new.short_name, parent, new.address, new.contact, code),
    )
    return OrganisationAdded(organisation_id)
