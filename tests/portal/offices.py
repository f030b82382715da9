"""An office with people whose accounts somebody looks after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.portal.issue_account_code import AccountToOpen, issue_account_code
from functions.portal.prove_again import PasswordAgain, prove_again
from shared.permissions import Permission
from shared.values import Secret
from tests.portal.accounts import PASSWORD, open_account

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

EVERYTHING = (
    Permission.MANAGE_DIRECTORY,
    Permission.MANAGE_OFFICE,
    Permission.MANAGE_ROLES,
    Permission.READ_DIRECTORY,
)
NEW_NIP = "199001012020121903"


@dataclass(frozen=True)
class Office:
    """A regency's administrator, one of Bapenda, and somebody new there."""

    desk: Desk
    administrator: Actor  # of the regency
    admin_opd: Actor  # of Bapenda
    newcomer: Actor  # at Bapenda, without an account

    def code(self, person: Actor, *, by: Actor | None = None) -> str:
        """Issue a code for somebody."""
        answer = self.desk.call(issue_account_code, AccountToOpen(person.id), by=by or self.admin_opd)
        return str(answer.code)

    def prove(self, actor: Actor, password: str = PASSWORD) -> None:
        """Let somebody prove themselves once more."""
        self.desk.call(prove_again, PasswordAgain(Secret(password)), by=actor)


def at_a_browser_of_their_own(desk: Desk, person: Actor) -> Actor:
    """Return somebody signed in by a session that nobody else has."""
    return desk.signed_in(person.id, f"session-of-{person.id}")


def make_office(desk: Desk) -> Office:
    """Let the office exist."""
    administrator = at_a_browser_of_their_own(desk, desk.employee("Fajar", *EVERYTHING))
    opd = (Permission.MANAGE_OFFICE, Permission.READ_DIRECTORY)
    admin_opd = at_a_browser_of_their_own(desk, desk.employee("Dewi", *opd, organisation="bapenda"))
    open_account(desk, administrator, "fajar@kominfo.example")
    open_account(desk, admin_opd, "dewi@bapenda.example")
    newcomer = desk.employee("Budi", Permission.ATTEND, organisation="bapenda", nip=NEW_NIP)
    return Office(desk, administrator, admin_opd, newcomer)
