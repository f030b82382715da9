"""Which texts are e-mail addresses: enough to catch a slip of the keyboard, never to turn a real address away."""

from __future__ import annotations

import re

_LONGEST = 254  # RFC 5321, section 4.5.3.1.3, without the brackets
_EMAIL = re.compile(r"[^@\s,;]{1,64}@[^@\s,;]{1,180}\.[^@\s,;.]{2,63}")


def is_email(text: str) -> bool:
    """Whether the text has the form of an address."""
    return _EMAIL.fullmatch(text) is not None


# What every mail server can carry without SMTPUTF8: the form of HTML's own e-mail field, with a dot in the host's name.
_HOST = r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}"
_PLAIN = re.compile(rf"[a-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_HOST}", re.IGNORECASE)


def is_plain_email(text: str) -> bool:
    """Whether the text is an address that any server takes: one address, in letters without accents, nothing beside."""
    return len(text) <= _LONGEST and _PLAIN.fullmatch(text) is not None
