"""Offices with people to invite, and an organiser who does."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.invite_people import PeopleInvited, PeopleToInvite, invite_people
from functions.eagenda.records import INVITATIONS, OF_AGENDA
from shared.directory.model import (
    APPOINTMENTS,
    ORGANISATIONS,
    PERSONS,
    POSITIONS,
    Organisation,
    OrganisationKind,
    Person,
    Position,
)
from shared.jobs.job import JOBS, Job
from shared.rules.appointment import Appointment, AppointmentKind
from tests.desk import MORNING

if TYPE_CHECKING:
    from datetime import date

    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting

TODAY = MORNING.date()
LONG_AGO = TODAY - timedelta(days=365)


class Offices:
    """Dinas Sosial with its head and two of its people, a unit below it, two kecamatan; one camat's post is vacant."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.office("dinsos", OrganisationKind.OPD, "Dinas Sosial")
        self.office("uptd", OrganisationKind.OPD, "UPTD Panti", parent="dinsos")
        self.office("kec-puri", OrganisationKind.KECAMATAN, "Kecamatan Puri")
        self.office("kec-jetis", OrganisationKind.KECAMATAN, "Kecamatan Jetis")
        self.post("dinsos-kepala", "dinsos", "Kepala Dinas Sosial", "II.b", "Sri")
        self.post("dinsos-kabid", "dinsos", "Kepala Bidang", "III.b", "Budi")
        self.post("dinsos-staf", "dinsos", "Analis", "pelaksana", "Tono")
        self.post("uptd-kepala", "uptd", "Kepala UPTD", "IV.a", "Ratih")
        self.post("puri-camat", "kec-puri", "Camat Puri", "III.a", "Joko")
        self.post("jetis-camat", "kec-jetis", "Camat Jetis", "III.a")

    def office(self, key: str, kind: OrganisationKind, name: str, parent: str | None = None) -> None:
        """Let an organisation exist."""
        self.desk.given(ORGANISATIONS, Organisation(key, kind, name, key, parent))

    def post(self, key: str, office: str, title: str, rank: str, holder: str = "") -> None:
        """Let a post exist, and somebody hold it."""
        self.desk.given(POSITIONS, Position(key, office, title, rank))
        if holder:
            self.person(holder)
            self.hold(key, holder)

    def person(self, name: str, nip: str | None = None) -> str:
        """Let a person exist."""
        self.desk.given(PERSONS, Person(f"p-{name.lower()}", name, nip))
        return f"p-{name.lower()}"

    def hold(self, post: str, name: str, starts_on: date = LONG_AGO, ends_on: date | None = None) -> None:
        """Let somebody hold a post."""
        appointment = Appointment(post, f"p-{name.lower()}", AppointmentKind.DEFINITIF, starts_on, ends_on)
        self.desk.given(APPOINTMENTS, appointment)

    def hold_together(self, post: str, *person_ids: str) -> None:
        """Let all of them hold a post."""
        appointments = (Appointment(post, it, AppointmentKind.DEFINITIF, LONG_AGO, None) for it in person_ids)
        self.desk.given(APPOINTMENTS, *appointments)

    def crowd(self, count: int) -> tuple[str, ...]:
        """Let so many people exist, and return their ids."""
        people = [Person(f"p-crowd-{number:04}", f"Pegawai {number}") for number in range(count)]
        self.desk.given(PERSONS, *people)
        return tuple(it.id for it in people)


def invite(meeting: Meeting, *persons: str, posts: tuple[str, ...] = (), by: Actor | None = None) -> PeopleInvited:
    """Invite persons and posts to a meeting."""
    people = PeopleToInvite(meeting.id, persons, posts)
    answer: PeopleInvited = meeting.desk.call(invite_people, people, by=by or meeting.organiser)
    return answer


def invited(meeting: Meeting) -> set[str]:
    """Return who is invited, the meeting's first guest apart."""
    every = meeting.desk.all(INVITATIONS, OF_AGENDA, meeting.id)
    return {it.person_id for it in every} - {meeting.guest.id}


def deliver_all(desk: Desk) -> None:
    """Deliver until nothing is left, as jobs need it."""
    while desk.deliver():
        pass


def job_of(desk: Desk, job_id: str) -> Job:
    """Return a job."""
    job = desk.found(JOBS, job_id)
    assert job is not None
    return job
