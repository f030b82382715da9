"""An office with a head, a secretary and staff; its administrator; the head of another office."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from functions.directory.assign_aide import AideAssigned, NewAide, assign_aide
from functions.directory.declare_absence import AbsenceDeclared, NewAbsence, declare_absence
from functions.directory.end_absence import AbsenceEnded, AbsenceToEnd, end_absence
from functions.directory.show_absences import ShownAbsences, WhoseAbsences, show_absences
from shared.directory.model import APPOINTMENTS, PERSONS, POSITIONS, Person, Position
from shared.directory.standing import ROLES, Role
from shared.permissions import Permission
from shared.rules.acting_for import AbsenceKind, AideKind, StandIn
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date
from tests.desk import MORNING

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

TODAY = wib_date(MORNING)
ORDER = "800.1.11.1/7/416-109/2026"


def on(days: int) -> date:
    """Return the day so many days from now."""
    return TODAY + timedelta(days=days)


class Office:
    """The people and posts."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        for office in ("dinsos", "bapenda"):
            desk.organisation(office, parent_id="pemkab")
        desk.organisation("pemkab")
        self.head = self.holder("nurul", "kadis", "dinsos", "II.b", Permission.ORGANISE_AGENDA)
        self.secretary = self.holder("siti", "sekdis", "dinsos", "III.a")
        self.clerk = self.holder("joni", "staf", "dinsos", "pelaksana")
        self.other_head = self.holder("bayu", "kaban", "bapenda", "II.b")
        self.admin = desk.employee("Ani", Permission.MANAGE_OFFICE, organisation="dinsos")
        self.other_admin = desk.employee("Cahya", Permission.MANAGE_OFFICE, organisation="bapenda")
        self.regency = desk.employee("Dian", Permission.MANAGE_DIRECTORY, organisation="bkpsdm")

    def holder(self, person: str, post: str, office: str, rank_class: str, *permissions: Permission) -> Actor:
        """Let somebody hold a post for good; return them signed in."""
        role = f"role-{post}"
        self.desk.given(PERSONS, Person(person, person.title()))
        self.desk.given(ROLES, Role(role, post, permissions))
        self.desk.given(POSITIONS, Position(post, office, f"Jabatan {post}", rank_class, (role,)))
        self.desk.given(APPOINTMENTS, Appointment(post, person, AppointmentKind.DEFINITIF, date(2024, 1, 2)))
        return self.desk.signed_in(person)

    def away(
        self,
        first: int = 0,
        last: int = 9,
        stand_in: tuple[str, str] | None = None,
        by: Actor | None = None,
        of: str | None = None,
    ) -> AbsenceDeclared:
        """Record an absence, of the head by themselves unless said otherwise, with a Plh. where one is named."""
        stand_ins = (StandIn(*stand_in),) if stand_in else ()
        new = NewAbsence(AbsenceKind.CUTI, on(first), on(last), of, ORDER if stand_ins else "", stand_ins)
        declared: AbsenceDeclared = self.desk.call(declare_absence, new, by=by or self.head)
        return declared

    def back(self, absence_id: str, last: int, by: Actor | None = None, of: str | None = None) -> AbsenceEnded:
        """End an absence early."""
        ended: AbsenceEnded = self.desk.call(end_absence, AbsenceToEnd(absence_id, on(last), of), by=by or self.head)
        return ended

    def aide(self, by: Actor | None = None, post: str = "kadis", aide: str = "joni") -> AideAssigned:
        """Let the staff's holder prepare in the head's name."""
        new = NewAide(post, aide, AideKind.SEKRETARIS, TODAY)
        assigned: AideAssigned = self.desk.call(assign_aide, new, by=by or self.head)
        return assigned

    def shown(self, by: Actor | None = None, of: str | None = None) -> ShownAbsences:
        """Return what the profile shows."""
        shown: ShownAbsences = self.desk.call(show_absences, WhoseAbsences(of), by=by or self.head)
        return shown
