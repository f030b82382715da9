"""Telephone numbers, as people in Indonesia write them and as machines dial them (ITU-T E.164)."""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"[\s().\-]")
# E.164: at most fifteen digits with the country's code; nothing that can be called has fewer than eight.
_E164 = re.compile(r"\+[1-9][0-9]{7,14}")
_INDONESIA = "+62"


class InvalidTelephone(ValueError):
    """The text is no telephone number; its message tells a person what to correct."""


def as_dialled(text: str) -> str:
    """Return the number as ``+62…`` without separators; a leading 0 or 62 is Indonesia's. Raises InvalidTelephone."""
    digits = _SEPARATORS.sub("", text)
    if digits.startswith("0"):
        digits = _INDONESIA + digits[1:]
    elif digits.startswith("62"):
        digits = f"+{digits}"
    if not _E164.fullmatch(digits):
        raise InvalidTelephone("Tulis nomor lengkap, misalnya 0812-3456-7890.")
    return digits
