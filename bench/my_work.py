"""*Kerja saya* with 500 open tasks, on an office's server: the first page, a tab of it, and the figures in the menu."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.pages import fill, report_pages, sampled
from shared.actor import Actor
from shared.permissions import Permission
from shared.tasks.task import TASKS, TaskKind, new_task, of_position, of_right
from tests.server import Server

WAITING = 500  # for one person: half by their position, half by a right
OTHERS = 20_000  # waiting for other people of the regency
CALLS = 14  # in each repetition: together below what one person may ask of one function at once
MOST = 80  # ms, of which nineteen calls in twenty take less


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder) / "var") as server:
        administrators = [it for it in server.people() if Permission.APPROVE_TABLES in it.permissions]
        _fill(server, *administrators[:2])
        paths = {
            "first page": "portal-list-tasks",
            "one tab": "portal-list-tasks?verb=approve",
            "figures in the menu": "portal-show-badges",
        }
        samples = sampled(server, server.token(administrators[0].id), paths, CALLS)
    report_pages("my_work", f"{WAITING} tasks wait for one person, {OTHERS:,} for others", samples, MOST)


def _fill(server: Server, person: Actor, asker: Actor) -> None:
    now = datetime.now(UTC)
    right = of_right(Permission.APPROVE_TABLES)
    addressees = [right if number % 2 else of_position(person.position_id) for number in range(WAITING)]
    addressees += [of_position(f"position-{number % 4_000}") for number in range(OTHERS)]
    tasks = [
        new_task(
            TaskKind.TABLE_PROPOSAL if addressee == right else TaskKind.PROVISIONAL_SCANS,
            f"subject-{number}",
            addressees=(addressee,),
            title=f"Rapat koordinasi nomor {number}",
            detail="Pindaian luring menunggu konfirmasi",
            link="/agenda",
            asker=asker,
            now=now - timedelta(minutes=number),
            due=now + timedelta(hours=number) if number % 3 else None,
        )
        for number, addressee in enumerate(addressees)
    ]
    fill(server, TASKS, tasks)


if __name__ == "__main__":
    main()
