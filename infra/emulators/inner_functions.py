"""The server of the functions that events and the clock call, which in the cloud are services without a public door.

It stands on a port of its own: what the public can reach mounts none of them. A function answers at the path that its
callers' tokens are for; that they are called with such a token it sees to itself, as in the cloud.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from shared.serve import FunctionApps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.serve import Environ, StartResponse

PREFIX = "/inner/"


class InnerFunctions:
    """One WSGI app over those of the inner functions."""

    def __init__(self) -> None:
        """Make each app on first use."""
        self._apps = FunctionApps(lambda declaration: not declaration.is_public)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request: to its function each service is the whole world."""
        path: str = environ["PATH_INFO"]
        app = self._apps.find(path.removeprefix(PREFIX)) if path.startswith(PREFIX) else None
        if app is None:
            start_response(f"{HTTPStatus.NOT_FOUND} Not Found", [("Content-Length", "0")])
            return []
        return app({**environ, "PATH_INFO": "/"}, start_response)
