"""Pages that one person asks for, one after another over one connection; and records that a server keeps beforehand."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from http import HTTPStatus
from statistics import median
from typing import TypeVar

from bench.load import Client, get
from bench.measure import Sample, goal, report, rotated, table, with_spread
from shared.kernel.collections import TypedCollection
from tests.server import Server

T = TypeVar("T")

_BATCH = 200  # records of one transaction


def fill(server: Server, collection: TypedCollection[T], values: Sequence[T]) -> None:
    """Let these records exist, however many they are."""
    for start in range(0, len(values), _BATCH):
        server.given(collection, *values[start : start + _BATCH])


def sampled(server: Server, token: str, paths: Mapping[str, str], calls: int) -> dict[str, list[Sample]]:
    """Ask for each page so many times in each repetition, by path or request; the first calls are not measured."""
    with closing(Client(server.port)) as client:
        candidates = {name: _asked(client, token, path, calls) for name, path in paths.items()}
        for warm_up in candidates.values():
            warm_up()
        return rotated(candidates)


def report_pages(name: str, title: str, samples: Mapping[str, Sequence[Sample]], most: int, *notes: str) -> None:
    """Report the pages, of which nineteen calls in twenty are to take less than so many ms."""
    every = [it for measured in samples.values() for it in measured]
    p95 = [it.p95 for it in every]
    report(
        name,
        title,
        table(samples),
        goal(f"p95 {with_spread(p95, 1)} ms, less than {most} ms", reached=max(p95) < most),
        f"Median of all: {median(it.p50 for it in every):.1f} ms.",
        *notes,
    )


def _asked(client: Client, token: str, path: str, calls: int) -> Callable[[], Sample]:
    request = path if path.startswith("POST ") else get(f"/api/{path}", token)

    def measure() -> Sample:
        latencies = []
        for _ in range(calls):
            began = time.monotonic()
            if client.exchange(request) != HTTPStatus.OK:
                raise AssertionError(f"{path} did not answer")
            latencies.append(time.monotonic() - began)
        return Sample.of(sum(latencies), latencies)

    return measure
