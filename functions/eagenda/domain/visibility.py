"""Who may know of an agenda."""

from __future__ import annotations

from enum import StrEnum


class Visibility(StrEnum):
    """Everybody; the organiser's office and those above it; or the organiser and those invited alone.

    Whoever is invited knows of an agenda, whatever it says here.
    """

    PUBLIC = "public"
    INTERNAL = "internal"
    SECRET = "secret"  # noqa: S105 -- a word for people
