"""An office at work: it calls meetings, its people scan, and it insists on an answer to everything it sends."""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from tests.server import Answer, Caller

if TYPE_CHECKING:
    import random
    import threading
    from collections.abc import Callable, Mapping

    from tests.server import Server

Json: TypeAlias = "Mapping[str, Any]"

SECONDS_OF_PATIENCE = 60.0
OPEN_HALL = "eagenda-open-hall"
TRY_AGAIN = {429, 503}


@dataclass(frozen=True)
class Acknowledged:
    """A command and the answer that acknowledged it."""

    operation: str
    person_id: str
    key: str
    body: Json
    answer: Json

    def storable_answer(self) -> Json:
        """Return what the journal may keep of the answer: nothing of a secret."""
        return {} if self.operation == OPEN_HALL else self.answer


@dataclass
class Office:
    """One organiser, the people whom they invite, and all that the server has acknowledged to them."""

    server: Server
    organiser: str
    people: list[str]
    random: random.Random
    acknowledged: list[Acknowledged] = field(default_factory=list)
    interrupted: int = 0  # commands whose answer a crash swallowed, sent again under the same key

    def work_until(self, over: threading.Event) -> None:
        """Hold one meeting after the other."""
        with Caller(self.server) as caller:
            while not over.is_set():
                self._hold_meeting(caller)

    def _hold_meeting(self, caller: Caller) -> None:
        invited = self.random.sample(self.people, 3)
        now = datetime.now(UTC)
        plan = {
            "title": f"Rapat {self.random.randrange(1_000_000)}",
            "place": "Aula",
            "starts_at": (now - timedelta(minutes=1)).isoformat(),
            "ends_at": (now + timedelta(hours=2)).isoformat(),
            "invited": invited,
        }
        agenda_id = self._send(caller, "eagenda-create-agenda", self.organiser, plan)["id"]
        for person_id in invited[: self.random.randint(1, 3)]:
            self._scan(caller, agenda_id, person_id)
            time.sleep(self.random.uniform(0, 0.05))
        seen = {"agenda_id": agenda_id, "version": 1}
        match self.random.randrange(10):
            case 0 | 1:
                self._send(caller, "eagenda-close-attendance", self.organiser, seen)
            case 2 | 3 | 4:
                self._send(caller, "eagenda-cancel-agenda", self.organiser, {**seen, "reason": "Hujan deras"})
            case _:
                pass

    def _scan(self, caller: Caller, agenda_id: str, person_id: str) -> None:
        """Scan the link or type the letters; then, sometimes, scan once more."""
        opened = self._send(caller, OPEN_HALL, self.organiser, {"agenda_id": agenda_id})
        hall = self._insist(lambda: caller.get("eagenda-show-hall", opened["display_token"]))
        code = hall.body["codes"][0]
        scan = {"agenda_id": agenda_id, "code": code["link"].partition("#")[2]}
        if self.random.random() < 0.15:
            typed = {"short_code": code["short_code"]}
            first = self._send(caller, "eagenda-record-attendance-by-short-code", person_id, typed)
        else:
            first = self._send(caller, "eagenda-record-attendance", person_id, scan)
        assert not first["already"]
        if self.random.random() < 0.2:
            second = self._send(caller, "eagenda-record-attendance", person_id, scan)
            assert second == {**first, "already": True}

    def _send(self, caller: Caller, operation: str, person_id: str, body: Json) -> Json:
        """Send a command under one key until it is answered; a repeated one must be answered alike."""
        key, token = f"{self.random.getrandbits(64):x}", self.server.token(person_id)
        answer: Json = self._insist(lambda: caller.post(operation, body, token, key)).body
        if operation != OPEN_HALL and self.random.random() < 0.2:  # its answer is a secret, so it isn't stored
            assert self._insist(lambda: caller.post(operation, body, token, key)).body == answer
        self.acknowledged.append(Acknowledged(operation, person_id, key, body, answer))
        return answer

    def _insist(self, call: Callable[[], Answer]) -> Answer:
        deadline, trouble = time.monotonic() + SECONDS_OF_PATIENCE, ""
        while time.monotonic() < deadline:
            try:
                answer = call()
            except ConnectionRefusedError as error:  # it is being started
                trouble = repr(error)
            except (OSError, http.client.HTTPException) as error:
                self.interrupted += 1
                trouble = repr(error)
            else:
                if answer.status not in TRY_AGAIN:
                    assert answer.status == http.HTTPStatus.OK, answer
                    return answer
                trouble = repr(answer)
            time.sleep(0.02)
        raise AssertionError(f"no answer in {SECONDS_OF_PATIENCE} s, at last {trouble}")
