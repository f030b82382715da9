"""A vacant post of an office, and people for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from functions.directory.appoint import ToAppoint, appoint
from functions.directory.end_appointment import AppointmentToEnd, end_appointment
from functions.directory.show_position import PositionOnDay, ShownPosition, show_position
from shared.directory.model import PERSONS, POSITIONS, Person, Position
from shared.permissions import Permission
from shared.rules.appointment import AppointmentKind
from shared.rules.calendar import wib_date
from shared.tasks.task import TASKS, TaskKind, new_task, of_position
from tests.desk import MORNING

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

TODAY = wib_date(MORNING)
TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)
OFFICE = (Permission.MANAGE_OFFICE, Permission.READ_DIRECTORY)
REGENCY = (*OFFICE, Permission.MANAGE_DIRECTORY, Permission.MANAGE_ROLES)


class Posts:
    """The vacant post of a sub-district's secretary; who manages it, its office above and another one."""

    id = "sekcam"

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.organisation("setda")
        desk.organisation("trowulan", parent_id="setda")
        desk.given(POSITIONS, Position(self.id, "trowulan", "Sekretaris Camat", "III.b"))
        for number in range(4):
            desk.given(PERSONS, Person(f"p-{number}", f"Calon {number}"))
        self.admin = desk.employee("Ani", *OFFICE, organisation="trowulan")
        self.above = desk.employee("Budi", *OFFICE, organisation="setda")
        self.other = desk.employee("Cahya", *OFFICE, organisation="dinsos")
        self.regency = desk.employee("Dian", *REGENCY, organisation="bkpsdm")

    def appoint(
        self,
        number: int = 0,
        kind: AppointmentKind = AppointmentKind.DEFINITIF,
        starts_on: date = TODAY,
        ends_on: date | None = None,
        by: Actor | None = None,
    ) -> None:
        """Appoint the person of that number."""
        asked = ToAppoint(self.id, f"p-{number}", kind, starts_on, ends_on)
        self.desk.call(appoint, asked, by=by or self.admin)

    def hand_over(self, number: int, starts_on: date, kind: AppointmentKind = AppointmentKind.DEFINITIF) -> None:
        """Appoint the person of that number in the place of whoever holds the post."""
        asked = ToAppoint(self.id, f"p-{number}", kind, starts_on, hand_over=True)
        self.desk.call(appoint, asked, by=self.admin)

    def end_holder(self, position_id: str, person_id: str) -> None:
        """Let somebody hold a post to today and no longer."""
        shown: ShownPosition = self.desk.call(show_position, PositionOnDay(position_id), by=self.regency)
        (held,) = (it for it in shown.holders if it.person_id == person_id)
        ending = AppointmentToEnd(position_id, person_id, held.starts_on, TODAY, shown.version)
        self.desk.call(end_appointment, ending, by=self.regency)

    def let_a_task_wait(self, position_id: str = "sekcam") -> None:
        """Let something wait for whoever holds a post."""
        task = new_task(
            TaskKind.PROVISIONAL_SCANS,
            "agenda",
            addressees=(of_position(position_id),),
            title="Pindaian",
            detail="",
            link="/agenda/agenda",
            asker=self.admin,
            now=MORNING,
        )
        self.desk.given(TASKS, task)

    def shown(self, day: date | None = None) -> ShownPosition:
        """Return the post as its page shows it."""
        answer: ShownPosition = self.desk.call(show_position, PositionOnDay(self.id, day), by=self.admin)
        return answer
