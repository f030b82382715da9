"""Show by which address people reach the portal, and whether it can send e-mail."""

from __future__ import annotations

from dataclasses import dataclass

from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.papers import check_address
from shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class Connections:
    """``leads_here``: others come to the portal by its address, so papers may bear a QR code."""

    public_url: str
    leads_here: bool
    is_demo: bool
    sends_mail: bool


@query(permission=Permission.WATCH_SYSTEM)
def show_connections(ctx: ReadContext) -> Connections:
    """Show the portal's address, and whether a mail server is set."""
    ports = ctx.ports
    leads_here = check_address("any", ports.public_url, demo=False) is not None
    return Connections(ports.public_url, leads_here, ports.demo, sends_mail=ports.mail is not None)
