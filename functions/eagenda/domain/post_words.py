"""Which posts somebody means by a few typed words."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_SMALL = {"dan", "di", "pada", "untuk", "atau"}
_BEYOND = "\uf8ff"  # after every letter that a title begins with


def is_called(text: str, title: str, organisation_name: str) -> bool:
    """Whether each word of the text begins a word of the title or of the office, and one at least of the title."""
    asked = _words(text)
    own = _words(title)
    known = own + _words(organisation_name)
    begins = all(any(word.startswith(it) for word in known) for it in asked)
    return bool(asked) and begins and any(word.startswith(it) for word in own for it in asked)


def prefixes(text: str) -> tuple[tuple[str, str], ...]:
    """Return from where to where titles lie that begin so, as titles are written and as it was typed."""
    typed = " ".join(text.split())
    written = " ".join(it if it in _SMALL else it[:1].upper() + it[1:] for it in typed.split())
    return tuple((it, it + _BEYOND) for it in dict.fromkeys((written, typed)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
