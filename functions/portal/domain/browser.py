"""A name by which a person knows a browser of theirs again, out of what it says of itself: ``Chrome di Windows``."""

from __future__ import annotations

# In this order: most browsers also name the ones that they descend from.
_BROWSERS = (
    (("SamsungBrowser/",), "Samsung Internet"),
    (("Edg/", "EdgA/", "EdgiOS/"), "Edge"),
    (("Firefox/", "FxiOS/"), "Firefox"),
    (("OPR/",), "Opera"),
    (("Chrome/", "CriOS/"), "Chrome"),
    (("Safari/",), "Safari"),
)
_SYSTEMS = (
    (("iPhone",), "iPhone"),
    (("iPad",), "iPad"),
    (("Android",), "Android"),
    (("Windows",), "Windows"),
    (("Macintosh",), "Mac"),
    (("Linux",), "Linux"),
)


def browser_name(agent: str) -> str:
    """Return browser and system; never what was sent, which may be anything."""
    browser, system = _first(_BROWSERS, agent), _first(_SYSTEMS, agent)
    return f"{browser or 'Peramban'} di {system}" if system else browser or "Peramban lain"


def _first(words: tuple[tuple[tuple[str, ...], str], ...], agent: str) -> str:
    return next((name for marks, name in words if any(mark in agent for mark in marks)), "")
