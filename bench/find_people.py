"""People searched while somebody types, among 12,000: as `make run` serves it, and as SQLite's own FTS5 finds them."""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from bench.load import post, send
from bench.measure import Sample, goal, grid, report, rotated, with_spread
from bench.pages import fill
from bench.servers import cpu_seconds
from shared.directory.model import PERSON_CARDS, Person, PersonCard
from shared.directory.people import card_of
from shared.directory.standing import STANDINGS, Held, Standing
from shared.rules.appointment import AppointmentKind
from tests.server import Server

if TYPE_CHECKING:
    from collections.abc import Sequence

PEOPLE = 12_000
TYPISTS = 100  # each has a limit of calls of their own
TYPED = 40  # names that are typed in each repetition
MOST_MS = 100
ALONE, TOGETHER, PEER = "one types", "eight who never pause", "FTS5 in the same process (peer)"
_PATH = "/api/portal-find-people"
_GIVEN, _SECOND, _LAST = (
    ("Siti", "Muhammad", "Nur", "Dewi", "Ahmad", "Sri", "Eko", "Agus", "Dwi", "Tri", "Moh", "Wahyu", "Rina", "Budi"),
    ("Aminah", "Rahmawati", "Hidayat", "Santoso", "Wulandari", "Prasetyo", "Lestari", "Setiawan", "Fatimah", "Hakim"),
    ("Adi", "Basuki", "Cahyono", "Darmawan", "Effendi", "Fauzi", "Hartono", "Iskandar", "Jatmiko", "Kusuma", "Yuda"),
)
_TITLES = ("Guru Ahli Pertama", "Guru Ahli Muda", "Perawat Terampil", "Bidan Mahir", "Pengelola Keuangan", "Pelaksana")
_OFFICES = ("Dinas Pendidikan", "Dinas Kesehatan", "RSUD Prof. dr. Soekandar", "Kecamatan Trowulan", "Bagian Umum")


@dataclass(frozen=True)
class Typing:
    """What is sent while some names are typed, letter by letter from the second on."""

    texts: Sequence[str]

    @classmethod
    def of(cls, names: Sequence[str]) -> Typing:
        """Type these names, each up to the end of its second word."""
        wholes = (" ".join(name.lower().split()[:2]) for name in names)
        return cls(
            [whole[:length] for whole in wholes for length in range(2, len(whole) + 1) if whole[length - 1] != " "]
        )


def main() -> None:
    """Measure and report."""
    draw = random.Random(11)  # noqa: S311 -- the same names in each run
    cards = [_card(number, draw) for number in range(PEOPLE)]
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder) / "var") as server:
        fill(server, PERSON_CARDS, cards)
        fill(server, STANDINGS, _typists())
        cpu: list[float] = []
        tokens = [server.token(f"typist-{number}") for number in range(TYPISTS)]

        def typing() -> Typing:
            return Typing.of([card.name for card in draw.sample(cards, TYPED)])

        _served(server, 8, typing(), tokens, [])  # what is opened once is not measured
        samples = rotated(
            {
                ALONE: lambda: _served(server, 1, typing(), tokens, cpu),
                TOGETHER: lambda: _served(server, 8, typing(), tokens, cpu),
                PEER: lambda: _in_fts5(cards, typing()),
            }
        )
    rows = (
        [
            name,
            with_spread([it.per_second for it in measured]),
            with_spread([it.p50 for it in measured], 1),
            with_spread([it.p95 for it in measured], 1),
            with_spread([it.longest for it in measured], 1),
        ]
        for name, measured in samples.items()
    )
    worst = max(it.p95 for it in samples[ALONE])
    report(
        "find_people",
        f"A person among {PEOPLE:,}, letter by letter",
        grid(["", "per second", "p50 ms", "p95 ms", "max ms"], rows),
        f"The server's processes take {with_spread(cpu, 1)} ms of a core for a request.",
        goal(f"p95 {worst:.0f} ms while one types, under {MOST_MS}", reached=worst < MOST_MS),
    )


def _card(number: int, draw: random.Random) -> PersonCard:
    name = " ".join(draw.choice(words) for words in (_GIVEN, _SECOND, _LAST))
    person = Person(f"p-{number:05}", f"{name}, S.Pd.", f"{1965 + number % 35}01012019031{number % 999:03}")
    office = draw.choice(_OFFICES)
    return card_of(person, draw.choice(_TITLES), office, office)


def _typists() -> list[Standing]:
    held = Held(
        "post",
        "Sekretaris",
        AppointmentKind.DEFINITIF,
        date(2024, 1, 1),
        None,
        ("penyelenggara",),
        "diskominfo",
        "Diskominfo",
        ("diskominfo",),
    )
    return [Standing(f"typist-{number}", f"Juru ketik {number}", None, (held,)) for number in range(TYPISTS)]


def _served(server: Server, clients: int, typing: Typing, tokens: Sequence[str], cpu: list[float]) -> Sample:
    requests = [
        post(_PATH, {"text": text, "most": 20}, tokens[number % len(tokens)])
        for number, text in enumerate(typing.texts)
    ]
    before = cpu_seconds(server.group)
    load = send(server.port, clients, requests)
    cpu.append(1000 * (cpu_seconds(server.group) - before) / len(requests))
    if {*load.statuses} != {HTTPStatus.OK}:
        raise AssertionError(f"answered with {sorted({*load.statuses})}")
    return Sample.of(load.seconds, load.latencies)


def _in_fts5(cards: Sequence[PersonCard], typing: Typing) -> Sample:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE cards USING fts5(name, title, office, prefix='2 3 4 5')")
        rows = ((it.name, it.position_title, it.organisation_name) for it in cards)
        database.executemany("INSERT INTO cards VALUES (?, ?, ?)", rows)
        latencies: list[float] = []
        began = time.perf_counter()
        for text in typing.texts:
            asked = time.perf_counter()
            match = " ".join(f'"{word}"*' for word in text.split())
            database.execute("SELECT * FROM cards WHERE cards MATCH ? ORDER BY name LIMIT 21", (match,)).fetchall()
            latencies.append(time.perf_counter() - asked)
        return Sample.of(time.perf_counter() - began, latencies)


if __name__ == "__main__":
    main()
