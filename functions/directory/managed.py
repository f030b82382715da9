"""The organisation or the person that an administrator acts on, and whether a reader may."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.directory.domain.managing import manages_office, manages_person, require_office
from shared.directory.directory import path_of
from shared.directory.model import ORGANISATIONS, PERSONS, Organisation, Person
from shared.directory.standing import ROLES, STANDINGS, Standing, role_of
from shared.permissions import OF_THE_REGENCY, Permission
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.kernel.context import ReadContext

RIGHT = "the right to the directory"


@dataclass(frozen=True, slots=True)
class Office:
    """An organisation with the ids of itself and of those above it, the topmost last."""

    organisation: Organisation
    path: tuple[str, ...]


def load_office(organisation_id: str, ctx: ReadContext) -> Office:
    """Return an organisation with where it stands. Raises RecordMissing."""
    organisation = ctx.get(ORGANISATIONS, organisation_id, right_from=RIGHT)
    return Office(organisation, path_of(organisation, lambda key: ctx.find(ORGANISATIONS, key, right_from=RIGHT)))


def managed_office(organisation_id: str, ctx: ReadContext) -> Office:
    """Return an organisation that the caller manages. Raises RecordMissing and OrganisationOutside."""
    office = load_office(organisation_id, ctx)
    require_office(ctx.actor.organisation_id, office.path, manages_all=manages_all(ctx))
    return office


def manages_all(ctx: ReadContext) -> bool:
    """Whether the caller manages the directory of the whole regency."""
    return Permission.MANAGE_DIRECTORY in ctx.actor.permissions


def may_manage(path: tuple[str, ...], ctx: ReadContext) -> bool:
    """Whether the caller may act on what stands on this path."""
    is_manager = Permission.MANAGE_OFFICE in ctx.actor.permissions
    return is_manager and manages_office(ctx.actor.organisation_id, path, manages_all=manages_all(ctx))


def reaches_beyond(role_ids: Iterable[str], ctx: ReadContext) -> bool:
    """Whether one of these roles reaches beyond one office."""
    roles = (role_of(role_id, ctx.find(ROLES, role_id, right_from=RIGHT)) for role_id in dict.fromkeys(role_ids))
    return any(not OF_THE_REGENCY.isdisjoint(role.allowed) for role in roles if role is not None)


def may_manage_person(person: Person, standing: Standing, ctx: ReadContext) -> bool:
    """Whether the caller may change a person who was got before; ``standing`` is theirs."""
    if Permission.MANAGE_OFFICE not in ctx.actor.permissions:
        return False
    today = wib_date(ctx.now)
    held = [it for it in standing.held if it.ends_on is None or it.ends_on >= today]
    body = ctx.body(PERSONS, person.id)
    return manages_person(
        ctx.actor.organisation_id,
        tuple(it.organisation_path for it in held),
        manages_all=manages_all(ctx),
        reaches_beyond=reaches_beyond((role for it in held for role in it.roles), ctx),
        wrote_them=body is not None and body["created_by"] == ctx.actor.id,
    )


def standing_of_person(person: Person, ctx: ReadContext) -> Standing:
    """Return a person's standing, made from the directory where it was never written."""
    found = ctx.find(STANDINGS, person.id, right_from=RIGHT) or ctx.directory.standing(person.id)
    return found or Standing(person.id, person.name, person.nip, ())
