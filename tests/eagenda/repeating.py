"""A series as the tests of E-Agenda need one, and what became of it."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from functions.eagenda.create_series import SeriesCreated, create_series
from functions.eagenda.domain.edit import Edit
from functions.eagenda.domain.series import SeriesPlan
from functions.eagenda.edit_series import SeriesEdited, edit_series
from functions.eagenda.records import AGENDAS, INVITATIONS, OF_AGENDA, OF_SERIES
from functions.portal.notices import NOTICES, OF_PERSON_NEWEST_FIRST
from shared.jobs.job import JOBS, Job
from tests.eagenda.meeting import ALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.invitation import Invitation
    from shared.actor import Actor
    from tests.desk import Desk

FIRST = datetime(2026, 11, 30, 0, 0, tzinfo=UTC)  # 07.00 WIB on the Monday after the desk's Tuesday
A_DAY, AN_HOUR = timedelta(days=1), timedelta(hours=1)
MOVED: dict[str, Any] = {"reason": "Jam masuk berubah"}
EVERY_MONDAY = "FREQ=WEEKLY;BYDAY=MO;COUNT=4"


class Repeating:
    """Dewi of Diskominfo calls an apel every Monday from seven to eight, and invites Aditya."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.organisation("setda")
        desk.organisation("diskominfo", "setda")
        self.organiser = desk.employee("Dewi", *ALL)
        self.guest = desk.employee("Aditya", *ALL, organisation="bapenda", nip="199409222019031903")

    def plan(self, rule: str = EVERY_MONDAY, **changed: Any) -> SeriesPlan:  # noqa: ANN401 -- any field
        """Return the plan of the series, with these fields changed."""
        said = {
            "title": "Apel Senin",
            "place": "Halaman Pemkab",
            "starts_at": FIRST,
            "ends_at": FIRST + timedelta(hours=1),
            "invited": (self.guest.id,),
        }
        return SeriesPlan(**{**said, **changed}, rule=rule)

    def create(
        self,
        rule: str = EVERY_MONDAY,
        by: Actor | None = None,
        *,
        deliver: bool = True,
        **changed: Any,  # noqa: ANN401 -- any field
    ) -> SeriesCreated:
        """Publish the series, and let its job come to an end."""
        created: SeriesCreated = self.desk.call(create_series, self.plan(rule, **changed), by=by or self.organiser)
        if deliver:
            self.desk.deliver()
        return created

    def agendas(self, series_id: str) -> list[Agenda]:
        """Return the agendas of a series in order of time."""
        readers = ("per:p-dewi", "org:diskominfo")
        asked = AGENDAS.question(OF_SERIES, equal=(series_id,), tokens=readers, limit=1000)
        return [AGENDAS.read(document.body) for document in self.desk.records.query(asked)]

    def dates(self, series_id: str) -> list[str]:
        """Return the days of a series, in UTC, which of an apel at seven are those of Mojokerto."""
        return [f"{it.starts_at:%d/%m}" for it in self.agendas(series_id)]

    def invitations(self, agenda_id: str) -> list[Invitation]:
        """Return the invitations to one agenda."""
        return self.desk.all(INVITATIONS, OF_AGENDA, agenda_id)

    def told(self, person: Actor | None = None) -> list[str]:
        """Return the kinds of what a person was told, the latest first."""
        return [it.kind.value for it in self.desk.all(NOTICES, OF_PERSON_NEWEST_FIRST, (person or self.guest).id)]

    def job(self, job_id: str) -> Job:
        """Return a job as it is stored."""
        found = self.desk.found(JOBS, job_id)
        assert found is not None
        return found

    def version(self, agenda_id: str) -> int:
        """Return the version of a stored agenda."""
        body = self.desk.records.get(AGENDAS.stored, agenda_id)
        assert body is not None
        return int(body["version"])


def edit_as(
    repeating: Repeating,
    function: Callable[..., Any],
    agenda: Agenda,
    by: Actor | None = None,
    version: int = 0,
    **changed: Any,  # noqa: ANN401 -- any field
) -> Any:  # noqa: ANN401 -- the operation's answer
    """Write an agenda anew as its organiser sees it now, with these fields changed."""
    said = repeating.desk.found(AGENDAS, agenda.id)
    assert said is not None
    kept = {field.name: getattr(said, field.name) for field in fields(Edit) if hasattr(said, field.name)}
    kept["room_id"] = said.room.id if said.room else None
    usual = {"opens_at": None, "closes_at": None} if "starts_at" in changed else {}
    seen = version or repeating.version(agenda.id)
    wanted = Edit(agenda_id=agenda.id, version=seen, **{**kept, **usual, **changed})
    return repeating.desk.call(function, wanted, by=by or repeating.organiser)


def edit_onwards(repeating: Repeating, agenda: Agenda, **changed: Any) -> SeriesEdited:  # noqa: ANN401 -- any field
    """Edit the series from an agenda on, and let the job come to an end."""
    edited: SeriesEdited = edit_as(repeating, edit_series, agenda, **changed)
    repeating.desk.deliver()
    return edited


def hours(repeating: Repeating, series_id: str) -> list[str]:
    """Return on which day and at which hour each day of a series begins, in UTC."""
    return [f"{it.starts_at:%d/%m %H}" for it in repeating.agendas(series_id)]
