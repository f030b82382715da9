"""Links that people paste: to where a meeting is held online, to its recording."""

from __future__ import annotations

import re

from shared.refusals import InvalidField

# A page on the web, encrypted, at a host with a dot; nobody's name before the host, which would hide where it leads.
_PAGE = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?#][!-~]*)?", re.IGNORECASE)


def check_link(link: str, pointer: str) -> None:
    """Refuse what is no address of a page on the web. Raises InvalidField; none is fine."""
    if link and not _PAGE.fullmatch(link):
        raise InvalidField(pointer, "Tempel tautan lengkap yang diawali https://, misalnya https://zoom.us/j/…")
