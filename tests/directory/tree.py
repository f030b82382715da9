"""A small tree of organisations, and those who manage it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.add_organisation import OrganisationToAdd, add_organisation
from functions.directory.dissolve_organisation import OrganisationToDissolve, dissolve_organisation
from functions.directory.edit_organisation import OrganisationToEdit, edit_organisation
from shared.directory.model import ORGANISATIONS, Organisation, OrganisationKind
from shared.directory.standing import STANDINGS
from tests.directory.posts import TODAY, Posts

if TYPE_CHECKING:
    from datetime import date

    from shared.actor import Actor
    from shared.directory.standing import Held


class Tree:
    """Setda with Trowulan below it, as `Posts` makes them, and what is added and moved there."""

    def __init__(self, posts: Posts) -> None:
        self.posts = posts
        self.desk = posts.desk

    def add(self, name: str = "Bagian Umum", parent_id: str = "trowulan", by: Actor | None = None) -> str:
        """Add an organisation and return its id."""
        new = OrganisationToAdd(OrganisationKind.OPD, name, name, parent_id)
        organisation_id: str = self.desk.call(add_organisation, new, by=by or self.posts.admin).organisation_id
        return organisation_id

    def edit(
        self,
        organisation_id: str,
        *,
        name: str = "",
        parent_id: str | None = None,
        code: str = "",
        by: Actor | None = None,
        version: int = 0,
    ) -> None:
        """Change the name or the parent of an organisation."""
        now = self.organisation(organisation_id)
        above = (now.parent_id or "") if parent_id is None else parent_id
        edit = OrganisationToEdit(
            organisation_id, version or self.version(organisation_id), now.kind, name or now.name, "Baru", above, code
        )
        self.desk.call(edit_organisation, edit, by=by or self.posts.regency)

    def dissolve(self, organisation_id: str, last_day: date = TODAY, by: Actor | None = None) -> None:
        """Dissolve an organisation."""
        which = OrganisationToDissolve(organisation_id, last_day, self.version(organisation_id))
        self.desk.call(dissolve_organisation, which, by=by or self.posts.admin)

    def organisation(self, organisation_id: str) -> Organisation:
        """Return what is stored."""
        found = self.desk.found(ORGANISATIONS, organisation_id)
        assert found is not None
        return found

    def version(self, organisation_id: str) -> int:
        """Return the version that a page would show."""
        body = self.desk.records.get(ORGANISATIONS.stored, organisation_id)
        return int(body["version"]) if body else 0

    def held(self, person_id: str = "p-0") -> Held:
        """Return the first position of a person's standing, as it is written."""
        standing = self.desk.found(STANDINGS, person_id)
        assert standing is not None
        return standing.held[0]
