"""Log lines in the cloud: one JSON object each, with severity and trace, and nobody's data."""

from __future__ import annotations

import io
import json
import logging
from typing import Any

import pytest
from flask import Flask

from shared.adapters.google.json_logs import JsonLines

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
log = logging.getLogger("tests.json_logs")


@pytest.fixture
def written() -> Any:  # noqa: ANN401 -- a generator of a stream
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines("demo-trowulan"))
    log.addHandler(handler)
    yield stream
    log.removeHandler(handler)


def refuse(name: str) -> None:
    raise ValueError(f"no NIP of {name}")


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_says_how_grave_it_is_and_names_its_ids(written: io.StringIO) -> None:
    log.warning("late by %s seconds", 3, extra={"target": "portal_sign_in", "request_id": "r1", "nip": "1985"})
    log.error("dead letter", extra={"subscriber": "eagenda_notify_participants", "event": "e1"})
    assert lines(written) == [
        {
            "severity": "WARNING",
            "message": "late by 3 seconds",
            "logger": "tests.json_logs",
            "target": "portal_sign_in",
            "request_id": "r1",
        },
        {
            "severity": "ERROR",
            "message": "dead letter",
            "logger": "tests.json_logs",
            "subscriber": "eagenda_notify_participants",
            "event": "e1",
        },
    ]


@pytest.mark.parametrize(
    ("header", "value", "trace"),
    [
        ("traceparent", f"00-{TRACE}-00f067aa0ba902b7-01", TRACE),
        ("X-Cloud-Trace-Context", f"{TRACE}/123;o=1", TRACE),
        ("X-Cloud-Trace-Context", TRACE, TRACE),
        ("traceparent", "00-nonsense-01", None),
        ("X-Cloud-Trace-Context", 'x"}{"severity":"CRITICAL', None),
    ],
)
def test_a_line_belongs_to_the_trace_of_its_request(
    written: io.StringIO, header: str, value: str, trace: str | None
) -> None:
    with Flask("test").test_request_context(headers={header: value}):
        log.warning("slow")
    expected = f"projects/demo-trowulan/traces/{trace}" if trace else None
    assert lines(written)[0].get("logging.googleapis.com/trace") == expected


def test_an_exception_is_told_by_its_type_and_place_and_not_by_its_message(written: io.StringIO) -> None:
    name = "Dewi Masruroh"
    try:
        refuse(name)
    except ValueError:
        log.exception("request failed", extra={"request_id": "r1"})
    line = lines(written)[0]
    assert (line["severity"], line["message"], line["exception"]) == ("ERROR", "request failed", "ValueError")
    assert "test_json_logs.py" in line["stack"]
    assert name not in written.getvalue()


def test_a_line_stays_one_line_whatever_is_in_it(written: io.StringIO) -> None:
    log.warning("first\nsecond %s", object())
    assert len(written.getvalue().splitlines()) == 1
