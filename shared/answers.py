"""Answers that are not JSON: a query that returns one of these classes answers with a file of that kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class File:
    """A file with the name under which a browser saves it; the subclass says of which kind."""

    media_type: ClassVar[str]

    name: str
    content: bytes


class Pdf(File):
    """A paper."""

    __slots__ = ()
    media_type = "application/pdf"


class Xlsx(File):
    """A table to go on working with."""

    __slots__ = ()
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Png(File):
    """A picture of a paper."""

    __slots__ = ()
    media_type = "image/png"


class Jpeg(File):
    """A picture of a page that somebody scanned."""

    __slots__ = ()
    media_type = "image/jpeg"


class Ics(File):
    """One meeting, to be put into a calendar."""

    __slots__ = ()
    media_type = "text/calendar"


@dataclass(frozen=True, slots=True)
class Page:
    """A page for people, readable without JavaScript; the status says whether it is what they looked for.

    Where ``cache_seconds`` are given, anybody between us and the reader may keep it so long.
    """

    media_type: ClassVar[str] = "text/html"

    content: bytes
    status: int = 200
    cache_seconds: int = 0


class CalendarPage(Page):
    """A calendar that programs ask for again and again."""

    __slots__ = ()
    media_type = "text/calendar"


class DataPage(Page):
    """Data that everybody may use, at an address for people."""

    __slots__ = ()
    media_type = "application/json"
