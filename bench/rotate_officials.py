"""Two hundred officials change posts in a ring: planned, written and given back, on an office's server."""

from __future__ import annotations

import json
import tempfile
import time
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path

from bench.measure import goal, report
from shared.rules.calendar import wib_date
from tests.crashes.officials import OFFICIALS, administrators, let_officials_hold_posts, send, start
from tests.server import Server

SECONDS = 60  # for all three: one cup of coffee on the evening of the ceremony
_POLL = 0.05


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder) / "var") as server:
        planner, approver = administrators(server)[:2]
        token = server.token(planner)
        let_officials_hold_posts(server)
        began = time.perf_counter()
        rotation_id = send(server, token, wib_date(datetime.now(UTC)) + timedelta(days=7))
        planned = time.perf_counter() - began
        written = _job(server, server.proved_token(approver), "directory-approve-rotation", rotation_id)
        undone = _job(server, token, "directory-cancel-rotation", rotation_id, reason="Uji")
    lines = [
        "| step | seconds |",
        "| --- | --- |",
        f"| send the file and plan it | {planned:.1f} |",
        f"| write every post | {written:.1f} |",
        f"| give every post back | {undone:.1f} |",
    ]
    total = planned + written + undone
    report(
        "rotate_officials",
        f"{OFFICIALS} officials change posts",
        "\n".join(lines),
        goal(f"{total:.1f} s for all three steps, at most {SECONDS}", reached=total <= SECONDS),
    )


def _job(server: Server, token: str, operation: str, rotation_id: str, **more: str) -> float:
    began = time.perf_counter()
    job_id = start(server, token, operation, rotation_id, **more)
    while True:
        connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
        connection.request("GET", f"/api/portal-show-job?job_id={job_id}", headers={"Authorization": f"Bearer {token}"})
        job = json.loads(connection.getresponse().read())
        connection.close()
        if job["state"] == "completed":
            if job["refused"]:
                raise AssertionError(f"{job['refused']} posts were refused")
            return time.perf_counter() - began
        time.sleep(_POLL)


if __name__ == "__main__":
    main()
