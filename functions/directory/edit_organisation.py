"""Change an organisation: what it is called, its addresses, and where it stands in the tree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.directory.domain.managing import OrganisationOutside, require_office
from functions.directory.domain.organisations import check_code, check_place
from functions.directory.managed import managed_office, manages_all
from shared.directory.model import ORGANISATIONS, OrganisationKind
from shared.events.directory import PostsTouched
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Line, Text

ShortText = Annotated[str, Text(0, 200)]


@dataclass(frozen=True, slots=True)
class OrganisationToEdit:
    """An organisation as it is to be, and the version that the caller saw."""

    organisation_id: str
    version: int
    kind: OrganisationKind
    name: Line
    short_name: Annotated[str, Text(1, 60)]
    parent_id: str = ""
    code: ShortText = ""
    address: ShortText = ""
    contact: ShortText = ""


@dataclass(frozen=True, slots=True)
class OrganisationEdited:
    """The change is recorded; whoever holds posts there shows it after a moment."""

    organisation_id: str


@operation(permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing, OrganisationOutside, Stale))
def edit_organisation(edit: OrganisationToEdit, ctx: Context) -> OrganisationEdited:
    """Change an organisation's name, addresses or place in the tree."""
    office = managed_office(edit.organisation_id, ctx)
    before = office.organisation
    parent_id = edit.parent_id or None
    is_moved = parent_id != before.parent_id
    above = managed_office(parent_id, ctx) if is_moved and parent_id else None

    if above is not None:
        check_place(before.id, above.path, above.organisation.ends_on)
    elif is_moved:
        require_office(ctx.actor.organisation_id, (), manages_all=manages_all(ctx))
    after = replace(
        before,
        kind=edit.kind,
        name=edit.name,
        short_name=edit.short_name,
        parent_id=parent_id,
        code=check_code(edit.code),
        address=edit.address,
        contact=edit.contact,
    )

    ctx.put(ORGANISATIONS, after, seen=edit.version)
    if is_moved or (after.name, after.short_name) != (before.name, before.short_name):
        ctx.emit(PostsTouched(before.id, "", below=is_moved))
    return OrganisationEdited(before.id)
