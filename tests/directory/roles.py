"""Two administrators who edit the roles of a regency, and somebody whose rights change with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.add_role import RoleToAdd, add_role
from functions.directory.edit_role import RoleToEdit, edit_role
from functions.directory.list_roles import ListedRole, list_roles
from shared.accounts.proof import PROOFS, RecentProof
from shared.directory.model import APPOINTMENTS, PERSONS, POSITIONS, Person, Position
from shared.permissions import Permission
from shared.rules.appointment import Appointment, AppointmentKind
from tests.directory.posts import YESTERDAY
from tests.portal.accounts import open_account

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


class Roles:
    """Wulan and Yoga administer by two roles of their own; Eko is an employee by the release's role."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.admin = self.proved(desk.employee("Wulan", Permission.MANAGE_ROLES, Permission.READ_DIRECTORY))
        self.other = self.proved(desk.employee("Yoga", Permission.MANAGE_ROLES, Permission.READ_DIRECTORY))
        for number, admin in enumerate((self.admin, self.other)):
            open_account(desk, admin, f"{number}@example.example")
        self.hold("eko", "pegawai")

    def proved(self, person: Actor) -> Actor:
        """Let somebody have proved themselves once more, in a session of their own."""
        session = f"session-of-{person.id}"
        self.desk.given(PROOFS, RecentProof(session, person.id, self.desk.clock.now()))
        return self.desk.signed_in(person.id, session)

    def hold(self, name: str, *roles: str, office: str = "diskominfo") -> None:
        """Let somebody hold a position with these roles."""
        person, post = f"p-{name}", f"post-{name}"
        self.desk.organisation(office)
        self.desk.given(PERSONS, Person(person, name.title()))
        self.desk.given(POSITIONS, Position(post, office, f"Jabatan {name.title()}", roles=roles))
        self.desk.given(APPOINTMENTS, Appointment(post, person, AppointmentKind.DEFINITIF, YESTERDAY))

    def listed(self, role_id: str) -> ListedRole:
        """Return a role as the list shows it."""
        items: tuple[ListedRole, ...] = self.desk.call(list_roles, by=self.admin).items
        return next(it for it in items if it.id == role_id)

    def add(self, name: str, *permissions: Permission) -> str:
        """Add a role and return its id."""
        role_id: str = self.desk.call(add_role, RoleToAdd(name, permissions), by=self.admin).role_id
        return role_id

    def edit(self, role_id: str, *permissions: Permission, by: Actor | None = None, version: int | None = None) -> None:
        """Let a role allow just these, as somebody sees it now or saw it before."""
        listed = self.listed(role_id)
        seen = listed.version if version is None else version
        self.desk.call(edit_role, RoleToEdit(role_id, listed.name, permissions, seen), by=by or self.admin)

    def rights(self, name: str) -> frozenset[Permission]:
        """Return what somebody may do from now on."""
        return self.desk.signed_in(f"p-{name}", f"session-{len(self.desk.journal())}").permissions
