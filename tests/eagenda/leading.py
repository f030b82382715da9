"""The leadership of a regency as the tests of E-Agenda need it: their positions are known by their ids."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from shared.directory.model import APPOINTMENTS, PERSONS, POSITIONS, Person, Position
from shared.permissions import Permission
from shared.rules.appointment import Appointment, AppointmentKind
from tests.desk import MORNING

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


class Leadership:
    """Barra is Bupati and Tedi is Sekretaris Daerah; Wulan keeps their protocol."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.organisation("pemkab")
        self.bupati = self._appointed("bupati", "Barra", "Bupati Mojokerto")
        self.sekda = self._appointed("sekda", "Tedi", "Sekretaris Daerah")
        self.protokol = desk.employee(
            "Wulan", Permission.READ_LEADERSHIP, Permission.ANSWER_FOR_LEADERS, organisation="prokopim"
        )

    def _appointed(self, position_id: str, name: str, title: str) -> Actor:
        person_id = f"p-{name.lower()}"
        self.desk.given(PERSONS, Person(person_id, name, None))
        self.desk.given(POSITIONS, Position(position_id, "pemkab", title))
        since = MORNING.date() - timedelta(days=365)
        self.desk.given(APPOINTMENTS, Appointment(position_id, person_id, AppointmentKind.DEFINITIF, since))
        return self.desk.signed_in(person_id)
