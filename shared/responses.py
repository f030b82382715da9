"""An answer as HTTP carries it: its headers, how long it may be kept, and nothing where the caller has it already."""

from __future__ import annotations

import hashlib
import json as jsons
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from flask import Response

from shared import codec
from shared.answers import File, Page
from shared.kernel import problems

if TYPE_CHECKING:
    from flask import Request

_PAGES_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


def answered(kind: type[Any], answer: Any, request: Request) -> Response:  # noqa: ANN401 -- the query's own answer
    """Return what a query of that answer says to a request."""
    if isinstance(answer, File):
        response = Response(answer.content, mimetype=answer.media_type)
        response.headers["Content-Disposition"] = f'attachment; filename="{answer.name}"'
        return _private(response)
    if isinstance(answer, Page):
        return _page(answer, request)
    body = codec.encode_answer_json(kind, answer)
    return _unless_known(json(body), body, request)


def json(body: bytes) -> Response:
    """Return JSON that was written already."""
    return _private(Response(body, mimetype="application/json"))


def problem(problem: problems.Problem, request_id: str) -> Response:
    """Return why not."""
    body = jsons.dumps(problem.body(request_id), ensure_ascii=False)
    response = Response(body, problem.status, content_type=problems.CONTENT_TYPE)
    response.headers.update(problem.headers)
    return _private(response)


def _page(page: Page, request: Request) -> Response:
    response = _private(Response(page.content, page.status, mimetype=page.media_type))
    response.headers["Content-Security-Policy"] = _PAGES_POLICY
    response.headers["Referrer-Policy"] = "no-referrer"  # its address may hold a code
    if page.cache_seconds:
        response.headers["Cache-Control"] = f"public, max-age={page.cache_seconds}"
    return _unless_known(response, page.content, request) if page.status == HTTPStatus.OK else response


def _unless_known(response: Response, content: bytes, request: Request) -> Response:
    response.set_etag(hashlib.sha256(content).hexdigest()[:32])
    response.make_conditional(request)
    return response


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-cache, private"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
