"""How the kernel's tests read a problem."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from werkzeug.test import TestResponse
    from werkzeug.wrappers import Response


def problem(response: Response | TestResponse, status: int, slug: str) -> dict[str, Any]:
    """Return the body of a problem after checking what all problems have in common."""
    text = response.get_data(as_text=True)
    assert response.status_code == status, text
    assert response.content_type == "application/problem+json"
    body: dict[str, Any] = json.loads(text)
    assert (body["type"], body["status"]) == (f"/problems/{slug}", status)
    for sentence in (body["title"], body["detail"]):
        assert re.fullmatch(r"[A-Z].*[.)]", sentence), sentence
    assert re.fullmatch("[0-9a-f]{32}", body["instance"])
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "private" in response.headers["Cache-Control"]
    return body
