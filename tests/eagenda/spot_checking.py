"""A meeting with people in its hall, and what its spot checks ask of them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.answer_spot_check import SpotCheckAnswer, SpotCheckAnswered, answer_spot_check
from functions.eagenda.domain.spot_check import Reply, SpotCheck, SpotQuestion
from functions.eagenda.list_spot_checks import SpotCheckList, WhichSpotChecks, list_spot_checks
from functions.eagenda.open_hall import HallOfAgenda, open_hall
from functions.eagenda.show_hall import show_hall
from functions.eagenda.show_own_spot_check import OwnSpotCheck, WhichSpotCheck, show_own_spot_check
from functions.eagenda.spot_check_records import OF_CHECK, SPOT_CHECKS, SPOT_QUESTIONS
from functions.eagenda.start_spot_check import SpotCheckStarted, SpotCheckToStart, start_spot_check
from shared.permissions import Permission
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


class Hall:
    """Seven people who scanned the code, the organiser among them; five of them are drawn in a check."""

    def __init__(self, desk: Desk, *, scan: bool = True, lasts: timedelta = timedelta(hours=2)) -> None:
        self.desk = desk
        desk.organisation("setda")
        desk.organisation("diskominfo", "setda")
        people = [desk.employee(f"Peserta {it}", Permission.ATTEND, organisation="bapenda") for it in range(5)]
        dewi = desk.employee("Dewi", Permission.ORGANISE_AGENDA, Permission.ATTEND)
        self.meeting = Meeting(desk, dewi, *people, lasts=lasts)
        self.people = {it.id: it for it in (self.meeting.guest, *people)}
        if scan:
            for person in (*self.people.values(), self.meeting.organiser):
                self.meeting.scan(person)

    def start(self, *, at_random: bool = False, by: Actor | None = None) -> SpotCheckStarted:
        """Press the button."""
        start = SpotCheckToStart(self.meeting.id, at_random)
        started: SpotCheckStarted = self.desk.call(start_spot_check, start, by=by or self.meeting.organiser)
        return started

    def check(self, number: int = 1) -> SpotCheck:
        """Return a stored check."""
        checks = self.desk.found(SPOT_CHECKS, self.meeting.id)
        assert checks
        return next(it for it in checks.checks if it.number == number)

    def drawn(self, number: int = 1) -> list[Actor]:
        """Return those who were drawn, by id."""
        asked: list[SpotQuestion] = self.desk.all(SPOT_QUESTIONS, OF_CHECK, self.meeting.id, number)
        return [self.people[it.person_id] for it in asked]

    def not_drawn(self) -> Actor:
        """Return the one of six participants who was not drawn."""
        drawn = {it.id for it in self.drawn()}
        [other] = [it for it in self.people.values() if it.id not in drawn]
        return other

    def answer(self, by: Actor, choice: str = "", number: int = 1) -> SpotCheckAnswered:
        """Answer with what the hall shows, or something else."""
        answer = SpotCheckAnswer(self.meeting.id, number, choice or self.check(number).shown)
        answered: SpotCheckAnswered = self.desk.call(answer_spot_check, answer, by=by)
        return answered

    def wrong(self, number: int = 1) -> str:
        """Return a number that the hall does not show."""
        check = self.check(number)
        return next(it for it in check.choices if it != check.shown)

    def own(self, by: Actor) -> OwnSpotCheck:
        """Return the question as somebody's phone shows it."""
        own: OwnSpotCheck = self.desk.call(show_own_spot_check, WhichSpotCheck(self.meeting.id), by=by)
        return own

    def listed(self, by: Actor | None = None) -> SpotCheckList:
        """Return the organiser's list."""
        which = WhichSpotChecks(self.meeting.id)
        listed: SpotCheckList = self.desk.call(list_spot_checks, which, by=by or self.meeting.organiser)
        return listed

    def replies(self, number: int = 1) -> dict[str, Reply]:
        """Return what the organiser's list says of each who was drawn."""
        check = next(it for it in self.listed().items if it.number == number)
        return {it.person_id: it.reply for it in check.drawn}

    def screen(self) -> str:
        """Return the number that the hall's screen shows."""
        token = self.desk.call(open_hall, HallOfAgenda(self.meeting.id), by=self.meeting.organiser).display_token
        number = self.desk.request(show_hall, token=token).get_json()["spot_number"]
        return str(number)
