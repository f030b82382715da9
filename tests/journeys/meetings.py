"""Meetings that a journey finds already there, made through the API as another client would."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from functions.eagenda.domain.codes import link_code, slot_of
from functions.eagenda.records import AGENDAS, QR_SECRETS
from tests.journeys.people import DEWI
from tests.server import Caller

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.journeys.people import Account
    from tests.server import Served

FEW_MINUTES = timedelta(minutes=5)
AN_HOUR = timedelta(hours=1)

# The museum of Trowulan, with the question to each phone how far from there it is.
IN_TROWULAN: dict[str, Any] = {"point": {"latitude": -7.5595, "longitude": 112.3808}, "asks_position": True}


@dataclass(frozen=True)
class Meeting:
    """A meeting of Dewi's, and the ways to act on it beside the browser."""

    server: Served
    id: str

    def hall_token(self) -> str:
        """Return the token of a screen in the hall."""
        return str(self._act("eagenda-open-hall", {}).get("display_token"))

    def link(self) -> str:
        """Return the link that the hall's screen shows now."""
        with Caller(self.server) as caller:
            return str(caller.get("eagenda-show-hall", self.hall_token()).body["codes"][0]["link"])

    def letters(self) -> str:
        """Return the letters below the code that the hall's screen shows now."""
        with Caller(self.server) as caller:
            return str(caller.get("eagenda-show-hall", self.hall_token()).body["codes"][0]["short_code"])

    def link_of_five_minutes_ago(self) -> str:
        """Return what the screen showed then, as somebody may have photographed it."""
        kept = self.server.stored(QR_SECRETS, self.id)
        code = link_code(kept.secret, self.id, slot_of(datetime.now(UTC) - FEW_MINUTES))
        return f"{self.server.url}/h/{self.id}#{code}"

    def present(self) -> list[str]:
        """Return the names of those present."""
        with Caller(self.server) as caller:
            listed = caller.get(f"eagenda-list-attendance?agenda_id={self.id}", self.server.token(DEWI.person_id)).body
        return [str(present["name"]) for present in listed["items"]]

    def cancel(self, reason: str) -> None:
        """Cancel it."""
        self._act("eagenda-cancel-agenda", {"version": 1, "reason": reason})

    def close(self) -> None:
        """Close its attendance."""
        self._act("eagenda-close-attendance", {"version": 1})

    def submit_notulen(self, chair: Account, decision: str, owner: Account) -> None:
        """Put a notulen with one decision before the chair; Dewi writes it herself."""
        officers = {"version": 0, "chair_id": chair.person_id, "notulis_id": DEWI.person_id}
        self._act("eagenda-name-officers", officers)
        with Caller(self.server) as caller:
            shown = caller.get(f"eagenda-show-notulen?agenda_id={self.id}", self.server.token(DEWI.person_id)).body
        row = {"id": "11111111-aaaa", "text": decision, "owner_id": owner.person_id, "due_on": shown["terms"][0]["on"]}
        text = {"discussion": "Data tersebar di banyak OPD.", "decisions": [row]}
        written = self._act("eagenda-write-notulen", {"version": shown["version"], "text": text})
        self._act("eagenda-submit-notulen", {"version": written["version"]})

    def paper_code(self) -> str:
        """Return the code on the closed daftar hadir."""
        sheet = self.server.stored(AGENDAS, self.id).sheet
        assert sheet is not None
        return sheet.code

    def _act(self, operation: str, body: dict[str, object]) -> dict[str, object]:
        return act(self.server, operation, {"agenda_id": self.id, **body})


def call_meeting(
    server: Served,
    *invited: Account,
    title: str = "Rapat evaluasi triwulan",
    starts_in: timedelta = FEW_MINUTES,
    lasts: timedelta = AN_HOUR,
    closes_in: timedelta | None = None,
    admit_guests: bool = False,
    **planned: Any,  # noqa: ANN401 -- further fields of the plan
) -> Meeting:
    """Let Dewi call people to a meeting."""
    now = datetime.now(UTC)
    plan = {
        "title": title,
        "place": "Ruang Smart Room Satya Bina Karya",
        "starts_at": (now + starts_in).isoformat(),
        "ends_at": (now + starts_in + lasts).isoformat(),
        "closes_at": (now + closes_in).isoformat() if closes_in else None,
        "admit_guests": admit_guests,
        "invited": [account.person_id for account in invited],
        **planned,
    }
    return Meeting(server, str(act(server, "eagenda-create-agenda", plan)["id"]))


def act(server: Served, operation: str, body: Mapping[str, object]) -> dict[str, object]:
    """Send a command of Dewi's, which must succeed."""
    with Caller(server) as caller:
        answer = caller.post(operation, body, server.token(DEWI.person_id))
    assert answer.status == 200, answer
    return dict(answer.body)
