"""Log lines as Cloud Logging reads them: one JSON object each, with its severity and the trace of its request.

A line holds what our code wrote and the ids that it named. The message of an exception isn't among them, since a
library may put anything into it, a person's name too: its type and its place in the code stand for it.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback

from flask import has_request_context, request

_IDS = ("request_id", "target", "subscriber", "event")
_TRACEPARENT = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}.*")  # W3C Trace Context
_CLOUD_TRACE = re.compile(r"([0-9a-f]{32})(?:/\d+)?(?:;.*)?")


class JsonLines(logging.Formatter):
    """Writes a record as one line."""

    def __init__(self, project: str) -> None:
        """Name the project whose traces the lines belong to."""
        super().__init__()
        self._project = project

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {"severity": record.levelname, "message": record.getMessage(), "logger": record.name}
        line |= {name: getattr(record, name) for name in _IDS if hasattr(record, name)}
        if record.exc_info is not None and record.exc_info[0] is not None:
            kind, _, place = record.exc_info
            line["exception"] = kind.__name__
            line["stack"] = "".join(traceback.format_tb(place))
        trace = _trace()
        if trace:
            line["logging.googleapis.com/trace"] = f"projects/{self._project}/traces/{trace}"
        return json.dumps(line, ensure_ascii=False, default=str)


def write_json_lines(project: str) -> None:
    """Let every logger of this process write such lines, from warnings on."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonLines(project))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def _trace() -> str:
    if not has_request_context():
        return ""
    found = _TRACEPARENT.fullmatch(request.headers.get("traceparent", "")) or _CLOUD_TRACE.fullmatch(
        request.headers.get("X-Cloud-Trace-Context", "")
    )
    return found[1] if found else ""
