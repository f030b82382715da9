"""Closed meetings and what the recap says of them, as its tests need them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.eagenda.domain.recap_months import Months
from functions.eagenda.list_recapped_offices import list_recapped_offices
from functions.eagenda.list_recapped_people import RecappedPeople, list_recapped_people
from functions.eagenda.recap_answers import WhichOfficeMonths, WhichOfficePage
from functions.eagenda.show_office_recap import ShownOfficeRecap, show_office_recap
from functions.eagenda.show_own_recap import OwnRecap, show_own_recap
from shared.permissions import Permission
from tests.eagenda.answering import COMING, NOT_COMING, REPRESENTED, answer
from tests.eagenda.meeting import ALL, Meeting

if TYPE_CHECKING:
    from functions.eagenda.recap_answers import RecapCounts
    from shared.actor import Actor
    from tests.desk import Desk

YEAR = 2026
WHOLE_YEAR = Months(YEAR, 1, 12)


class Bapenda:
    """An office whose people are invited by Diskominfo: each of them does something else with the invitation.

    Aditya comes on time, Bella late, Cakra sends Doni, Eka says that she cannot, Fajar says that he comes and does not,
    Gita says nothing. Heni runs Bapenda's meetings.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        names = ("Bella", "Cakra", "Doni", "Eka", "Fajar", "Gita")
        desk.organisation("setda")
        desk.organisation("bapenda", "setda")
        self.bella, self.cakra, self.doni, self.eka, self.fajar, self.gita = (
            desk.employee(name, Permission.ATTEND, organisation="bapenda") for name in names
        )
        self.heni = desk.employee("Heni", *ALL, organisation="bapenda")
        self.gatot = desk.employee("Gatot", *ALL, organisation="setda")
        self.inspector = desk.employee("Ira", Permission.READ_RECAPS, organisation="inspektorat")

    def meet(self, **planned: Any) -> Meeting:  # noqa: ANN401 -- fields of the plan
        """Let a meeting take place, without closing it."""
        meeting = Meeting(self.desk, self.bella, self.cakra, self.eka, self.fajar, self.gita, **planned)
        answer(meeting, self.cakra, REPRESENTED, deputy=self.doni.id)
        answer(meeting, self.eka, NOT_COMING, "Rapat di Surabaya")
        answer(meeting, self.fajar, COMING)
        meeting.scan(meeting.guest)
        self.desk.clock.set(meeting.starts_at)
        self.desk.clock.pass_(minutes=10)
        meeting.scan(self.bella)
        meeting.scan(self.doni)
        return meeting

    def closed(self, **planned: Any) -> Meeting:  # noqa: ANN401 -- fields of the plan
        """Let a meeting take place and its list be closed and counted."""
        meeting = self.meet(**planned)
        meeting.close()
        self.desk.deliver()
        return meeting

    def office(self, by: Actor, organisation_id: str = "bapenda", **months: int) -> ShownOfficeRecap:
        """Return an office's recap as somebody is shown it."""
        which = WhichOfficeMonths(YEAR, organisation_id=organisation_id, **months)
        shown: ShownOfficeRecap = self.desk.call(show_office_recap, which, by=by)
        return shown

    def people(self, by: Actor, organisation_id: str = "bapenda") -> dict[str, RecapCounts]:
        """Return the recap of an office's people by name."""
        which = WhichOfficePage(YEAR, organisation_id=organisation_id)
        listed: RecappedPeople = self.desk.call(list_recapped_people, which, by=by)
        return {it.name: it.counts for it in listed.items}

    def below(self, by: Actor, organisation_id: str) -> dict[str, RecapCounts]:
        """Return the recap of the offices below one by id."""
        which = WhichOfficePage(YEAR, organisation_id=organisation_id)
        return {it.organisation_id: it.counts for it in self.desk.call(list_recapped_offices, which, by=by).items}

    def own(self, by: Actor, months: Months = WHOLE_YEAR) -> OwnRecap:
        """Return somebody's own recap."""
        own: OwnRecap = self.desk.call(show_own_recap, months, by=by)
        return own
