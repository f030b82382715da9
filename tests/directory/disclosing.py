"""An employee of Diskominfo, who manages them, and who saw what of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.disclose_person import DisclosedPerson, PersonToDisclose, disclose_person
from functions.directory.list_accesses import ListedAccesses, OwnAccesses, list_accesses
from shared.permissions import Permission

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

NIP = "199409222019031903"


class Disclosing:
    """Tono, whose office administrator is Umi."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.organisation("setda")
        desk.organisation("diskominfo", "setda")
        self.employee = desk.employee("Tono", Permission.ATTEND, nip=NIP)
        self.admin = desk.employee("Umi", Permission.MANAGE_OFFICE)

    def disclose(self, by: Actor, person_id: str = "", key: str = "") -> DisclosedPerson:
        """Ask for the employee's numbers, or somebody else's."""
        asked = PersonToDisclose(person_id or self.employee.id)
        answer: DisclosedPerson = self.desk.call(disclose_person, asked, by=by, key=key)
        return answer

    def accesses(self, by: Actor | None = None, cursor: str | None = None) -> ListedAccesses:
        """Return who saw the employee's numbers, or somebody else's, as that person's own list shows it."""
        answer: ListedAccesses = self.desk.call(list_accesses, OwnAccesses(cursor), by=by or self.employee)
        return answer
