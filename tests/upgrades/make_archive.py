"""Make the archive of a release: ``python -m tests.upgrades.make_archive 0.2.0``."""

from __future__ import annotations

import json
import sqlite3
import sys
import tarfile
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from shared.permissions import Permission
from tests.crashes.evidence import Evidence
from tests.server import Caller, Server
from tests.upgrades.office_work import work

HERE = Path(__file__).parent
KEPT = ("records.db", "keys", "documents", "demo-password")


def main() -> None:
    """Run this release for a moment and keep what it leaves."""
    release = sys.argv[1]
    archive = HERE / f"{release}.tar.gz"
    assert not archive.exists(), "an archive is never made anew"
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "var")
        with Server(data) as server:
            said = {**hold_meetings(server), "work": work(server)}
            Evidence(data).wait_until_quiet()
            assert server.stop() == 0
        with closing(sqlite3.connect(data / "records.db")) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            database.execute("VACUUM")
        with tarfile.open(archive, "w:gz") as tar:
            for name in KEPT:
                tar.add(data / name, name)
    (HERE / f"{release}.json").write_text(json.dumps(said, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def hold_meetings(server: Server) -> dict[str, Any]:
    """Hold a meeting that is closed, one that is cancelled and one that stays open; return what the server says."""
    everybody = server.people()
    organiser = next(it for it in everybody if it.organisation_id == "diskominfo" and may_organise(it.permissions))
    invited = [it.id for it in everybody if it.id != organiser.id][:8]
    with Caller(server) as caller:

        def act(operation: str, body: dict[str, Any], person_id: str = organiser.id) -> Any:  # noqa: ANN401 -- JSON
            return caller.post(operation, body, server.token(person_id), f"{operation} {body}"[:100]).body

        closed, cancelled, scheduled = (act("eagenda-create-agenda", plan(title, invited))["id"] for title in TITLES)
        token = act("eagenda-open-hall", {"agenda_id": closed})["display_token"]
        code = caller.get("eagenda-show-hall", token).body["codes"][0]
        scan = {"agenda_id": closed, "code": code["link"].partition("#")[2]}
        for person_id in invited[:5]:
            act("eagenda-record-attendance", scan, person_id)
        act("eagenda-record-attendance-by-short-code", {"short_code": code["short_code"]}, invited[5])
        act("eagenda-record-attendance", scan, organiser.id)  # refused: not invited
        act("eagenda-cancel-agenda", {"agenda_id": cancelled, "version": 1, "reason": "Narasumber berhalangan"})
        sheet = act("eagenda-close-attendance", {"agenda_id": closed, "version": 1})["sheet"]
    return {
        "organiser": organiser.id,
        "agendas": {closed: "closed", cancelled: "cancelled", scheduled: "scheduled"},
        "closed": closed,
        "sha256": sheet["sha256"],
        "present": invited[:6],
        "cancelled": cancelled,
        "told": invited[0],
    }


TITLES = ("Rapat koordinasi SPBE", "Evaluasi triwulan", "Pembahasan anggaran <script>")


def plan(title: str, invited: list[str]) -> dict[str, Any]:
    """Return a meeting that has begun."""
    now = datetime.now(UTC)
    starts_at, ends_at = now.isoformat(), (now + timedelta(hours=2)).isoformat()
    return {"title": title, "place": "Aula", "starts_at": starts_at, "ends_at": ends_at, "invited": invited}


def may_organise(permissions: frozenset[Permission]) -> bool:
    """Whether these include the right to call meetings."""
    return Permission.ORGANISE_AGENDA in permissions


if __name__ == "__main__":
    main()
