"""Which texts are e-mail addresses: enough to catch a slip of the keyboard, never to turn a real address away."""

from __future__ import annotations

import re

_EMAIL = re.compile(r"[^@\s,;]{1,64}@[^@\s,;]{1,180}\.[^@\s,;.]{2,63}")


def is_email(text: str) -> bool:
    """Whether the text has the form of an address."""
    return _EMAIL.fullmatch(text) is not None
