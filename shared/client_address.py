"""From which address a call came, behind the proxies that a deployment trusts."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Request


def client_address(request: Request, trusted_proxies: int) -> str:
    """Return the caller's address; what callers themselves write into ``X-Forwarded-For`` counts for nothing.

    Each proxy adds one address at the right end: whom it was called by. So of the entries that our own proxies wrote
    the first is the caller's; all to the left of it may be invented. A call that came past the proxies (too few
    entries, or no address) is counted against whoever connected.
    """
    connected = request.remote_addr or ""
    entries = [entry.strip() for entry in request.headers.get("X-Forwarded-For", "").split(",")]
    if not trusted_proxies or len(entries) < trusted_proxies:
        return connected
    try:
        return ipaddress.ip_address(entries[-trusted_proxies]).compressed
    except ValueError:
        return connected
