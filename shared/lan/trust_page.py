"""The page that shows a phone how to trust the office's authority, and that authority to download."""

from __future__ import annotations

import html
from pathlib import Path
from string import Template

from shared.lan.certificates import fingerprint

_FOLDER = Path(__file__).parent

Files = dict[str, tuple[str, bytes]]


def trust_page(authority: Path, public_url: str) -> Files:
    """Return path → media type and content; plain HTML, since a phone reads it before it trusts anything of ours."""
    certificate = authority.read_bytes()
    page = Template((_FOLDER / "trust_page.html").read_text(encoding="utf-8"))
    filled = page.substitute(fingerprint=fingerprint(certificate), public_url=html.escape(public_url))
    return {
        "/percaya": ("text/html; charset=utf-8", filled.encode()),
        "/percaya/gaya.css": ("text/css; charset=utf-8", (_FOLDER / "trust_page.css").read_bytes()),
        "/percaya/ca.crt": ("application/x-x509-ca-cert", certificate),
    }
