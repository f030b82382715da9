"""List the offices whose letterhead the caller manages."""

from __future__ import annotations

from dataclasses import dataclass

from shared.directory.directory import path_of
from shared.directory.model import BY_NAME, ORGANISATIONS, OrganisationKind
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.letterheads import BY_ORGANISATION, LETTERHEADS
from shared.permissions import Permission
from shared.rules.calendar import wib_date

_RIGHT = "the right to manage the office"
# Bodies of their own, whose papers are not made here.
_OTHERS = {
    OrganisationKind.DESA,
    OrganisationKind.VERTICAL,
    OrganisationKind.BUMD,
    OrganisationKind.MEDIA,
    OrganisationKind.PARTNER,
}


@dataclass(frozen=True, slots=True)
class ListedLetterhead:
    """An office, and whether its kop has been stated."""

    organisation_id: str
    organisation_name: str
    number_code: str
    is_stated: bool
    has_logo: bool


@dataclass(frozen=True, slots=True)
class ListedLetterheads:
    """The offices in order of name, the regency first."""

    items: tuple[ListedLetterhead, ...]


@query(permission=Permission.MANAGE_OFFICE)
def list_letterheads(ctx: ReadContext) -> ListedLetterheads:
    """List the regency and its offices, as far as the caller manages their letterheads."""
    organisations = [it for _, it in ctx.every(ORGANISATIONS, BY_NAME, right_from=_RIGHT)]
    stated = dict(ctx.every(LETTERHEADS, BY_ORGANISATION, right_from=_RIGHT))

    known = {it.id: it for it in organisations}
    manages_all = Permission.MANAGE_DIRECTORY in ctx.actor.permissions
    managed = [
        it
        for it in organisations
        if it.kind not in _OTHERS
        and (it.ends_on is None or it.ends_on >= wib_date(ctx.now))
        and (manages_all or ctx.actor.organisation_id in path_of(it, known.get))
    ]
    managed.sort(key=lambda it: it.kind is not OrganisationKind.PEMDA)
    return ListedLetterheads(
        tuple(
            ListedLetterhead(
                it.id,
                it.name,
                stated[it.id].number_code if it.id in stated else "",
                it.id in stated,
                bool(it.id in stated and stated[it.id].logo),
            )
            for it in managed
        )
    )
