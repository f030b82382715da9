"""Rotating officials as the portal does: announce the file, PUT it, have it planned, let another person approve it."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from functions.directory.approve_rotation import RotationApproved, RotationToApprove, approve_rotation
from functions.directory.begin_rotation import NewRotation, RotationBegan, begin_rotation
from functions.directory.cancel_rotation import RotationCancelled, RotationToCancel, cancel_rotation
from functions.directory.domain.rotation_file import COLUMNS
from functions.directory.plan_rotation import RotationPlanned, SentRotation, plan_rotation
from functions.directory.show_rotation import WhichRotation, show_rotation
from functions.directory.shown_rotation import ShownRotation
from shared.accounts.proof import PROOFS, RecentProof
from shared.directory.model import APPOINTMENTS, PERSONS, POSITIONS, SEATS, Person, Position
from shared.directory.standing import STANDINGS
from shared.permissions import Permission
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date
from tests.desk import MORNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.actor import Actor
    from shared.directory.standing import Standing
    from tests.desk import Desk

TODAY = wib_date(MORNING)
FIRST_DAY = TODAY + timedelta(days=7)
BASIS = "Keputusan Bupati Nomor 821.2/15/2026"
RIGHTS = (Permission.MANAGE_DIRECTORY, Permission.MANAGE_ROLES, Permission.READ_DIRECTORY, Permission.MANAGE_OFFICE)
DEFINITIF = AppointmentKind.DEFINITIF


def nip_of(number: int) -> str:
    """Return a NIP for each number."""
    return f"19860926201505100{number}" if number < 10 else f"1986092620150510{number}"


def moves_file(*rows: Sequence[str]) -> bytes:
    """Return the rows below their titles as CSV."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows((COLUMNS, *rows))
    return file.getvalue().encode()


class Rotating:
    """Three held posts of a sub-district and one vacant; a planner, an approver, and an office's administrator."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.organisation("trowulan")
        self.planner = desk.employee("Ratna", *RIGHTS, organisation="bkpsdm")
        self.approver = desk.employee("Bayu", *RIGHTS, organisation="bkpsdm")
        self.office = desk.employee("Dewi", Permission.MANAGE_OFFICE, organisation="trowulan")
        desk.given(POSITIONS, Position("vacant", "trowulan", "Kepala Seksi Kosong", "IV.a"))
        for number in range(1, 4):
            self.holder(number)

    def holder(self, number: int) -> None:
        """Let a person of that number hold the post of that number for good."""
        person, post = f"p-{number}", f"post-{number}"
        self.desk.given(PERSONS, Person(person, f"Pejabat {number}", nip_of(number)))
        self.desk.given(POSITIONS, Position(post, "trowulan", f"Kepala Seksi {number}", "IV.a"))
        self.desk.given(APPOINTMENTS, Appointment(post, person, DEFINITIF, date(2024, 1, 2)))

    def begin(self, content: bytes, first_day: date = FIRST_DAY, by: Actor | None = None) -> RotationBegan:
        """Announce a file."""
        new = NewRotation(first_day, BASIS, "mutasi.csv", len(content), hashlib.sha256(content).hexdigest())
        began: RotationBegan = self.desk.call(begin_rotation, new, by=by or self.planner)
        return began

    def send(self, content: bytes) -> str:
        """Announce a file and put it; return the rotation's id."""
        began = self.begin(content)
        sent = self.desk.files.put(urlsplit(began.url).path, data=content, headers=began.headers)
        assert sent.status_code < 300
        return began.rotation_id

    def plan(self, rotation_id: str) -> RotationPlanned:
        """Have it planned."""
        planned: RotationPlanned = self.desk.call(plan_rotation, SentRotation(rotation_id), by=self.planner)
        return planned

    def planned(self, *moves: tuple[int, str]) -> str:
        """Plan that each person of a number gets a post; return the rotation's id."""
        rotation_id = self.send(moves_file(*((nip_of(number), post) for number, post in moves)))
        self.plan(rotation_id)
        return rotation_id

    def approve(self, rotation_id: str, by: Actor | None = None) -> RotationApproved:
        """Approve it, a moment after proving who one is; its job waits."""
        which, by = RotationToApprove(rotation_id), by or self.approver
        self.desk.given(PROOFS, RecentProof(by.session_id, by.id, self.desk.clock.now()))
        approved: RotationApproved = self.desk.call(approve_rotation, which, by=by)
        return approved

    def applied(self, *moves: tuple[int, str]) -> str:
        """Plan, approve and write; return the rotation's id."""
        rotation_id = self.planned(*moves)
        self.approve(rotation_id)
        self.desk.deliver()
        return rotation_id

    def cancel(self, rotation_id: str, by: Actor | None = None) -> RotationCancelled:
        """Drop it, or have it undone."""
        which = RotationToCancel(rotation_id, "Salah unggah")
        cancelled: RotationCancelled = self.desk.call(cancel_rotation, which, by=by or self.planner)
        self.desk.deliver()
        return cancelled

    def shown(self, rotation_id: str, by: Actor | None = None) -> ShownRotation:
        """Return it as its page shows it."""
        shown: ShownRotation = self.desk.call(show_rotation, WhichRotation(rotation_id), by=by or self.planner)
        return shown

    def holders(self, post: str, day: date = FIRST_DAY) -> list[str]:
        """Return who holds a post on a day, by its seat."""
        seat = self.desk.found(SEATS, post)
        return [it.person_id for it in seat.appointments if it.holds_on(day)] if seat else []

    def posts_of(self, person: str, day: date = FIRST_DAY) -> list[str]:
        """Return the posts that a person holds on a day, by their standing."""
        standing = self.desk.found(STANDINGS, person)
        return [it.position_id for it in standing.on(day)] if standing else []

    def standings(self, people: Iterable[str]) -> list[Standing | None]:
        """Return standings as they are stored."""
        return [self.desk.found(STANDINGS, person) for person in people]
