"""A meeting and its hall, asked as a program asks: of whatever serves them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.lan.office import DemoClient

ORGANISER = "198706142011012903"


CAMAT, STAFF, CONTRACTED, HEAD = (
    ("p-wwg4wy26em", "198504212003122901"),
    ("p-zgyjv8vvfj", "199409222019031903"),
    ("p-q4szstxerb", "ilham.maulana@mojokertokab.example"),
    ("p-rmmsmufxes", "197603122006042908"),
)


class Hall:
    """The screen in the hall of a meeting that is open for attendance."""

    def __init__(self, office: DemoClient) -> None:
        self.office = office
        self.organiser = office.sign_in(ORGANISER)
        begins = datetime.now(UTC) + timedelta(minutes=10)
        agenda = {
            "title": "Rapat Koordinasi SPBE",
            "place": "Pendopo",
            "starts_at": begins.isoformat(),
            "ends_at": (begins + timedelta(hours=2)).isoformat(),
            "invited": [person for person, _ in (CAMAT, STAFF, CONTRACTED, HEAD)],
        }
        self.agenda_id = office.command("eagenda-create-agenda", agenda, self.organiser)["id"]
        opened = office.command("eagenda-open-hall", {"agenda_id": self.agenda_id}, self.organiser)
        self._display = opened["display_token"]

    def codes(self) -> list[dict[str, str]]:
        """Return what the screen shows now, and then from half minute to half minute."""
        codes: list[dict[str, str]] = self.office.ask("eagenda-show-hall", self._display)["codes"]
        return codes

    def present(self) -> dict[str, str]:
        """Return who is present, by what they used."""
        attendance: dict[str, Any] = self.office.ask(
            f"eagenda-list-attendance?agenda_id={self.agenda_id}", self.organiser
        )
        return {present["person_id"]: present["method"] for present in attendance["items"]}
