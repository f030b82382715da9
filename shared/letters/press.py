"""The press: makes the PDF of a template and its values.

Values reach a template only as data (``sys.inputs``), so markup in them is text. A template reads nothing outside its
folder, loads no packages, sees no font but ours, and cannot tell the time: the same order gives the same bytes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

from shared.apart.run import ApartFailed, run_apart

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | bool | None"

_HERE = Path(__file__).parent
_FONTS = _HERE / "fonts"
_TEMPLATES = _HERE / "templates"

_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
# What names and office texts are written with; a test proves that both our fonts have all of it.
_OUR_LETTERS = (
    " -~"  # ASCII
    "\u00a1-\u024f\u1e00-\u1eff"  # Latin letters with marks, as in names and transliterated Arabic
    "\u2010-\u2027\u2030-\u205e"  # dashes, quotation marks, ellipsis, per mille
    "\u20a0-\u20be"  # currencies
    "\u2122\u2190-\u2193\u2212\u2248\u2260\u2264\u2265"  # trade mark, arrows, minus, comparisons
)
_NOT_IN_OUR_FONTS = re.compile(f"[^{_OUR_LETTERS}]")
_MISSING = "\N{WHITE SQUARE}"


class PaperFailed(Exception):
    """The paper could not be made: a mistake in the template or the values, or a limit; the message is for the log."""


def press(
    template: str,
    values: Mapping[str, Json],
    *,
    dated: datetime,
    seconds: float = 10.0,
    templates: Path = _TEMPLATES,
    form: Literal["pdf", "png"] = "pdf",
) -> bytes:
    """Return the PDF of a template with these values, dated as told, or a picture of its one page.

    Every paper gets a process of its own. That costs 25 ms of the 35 that a short paper takes (200 for a list of 300
    rows); a worker kept warm would save them, and bring locks, a second life to end with the server's, and a memory in
    which one secret paper lies beside the next.
    """
    return _pressed(template, values, dated, seconds, templates, form)


def press_pages(template: str, values: Mapping[str, Json], *, dated: datetime, seconds: float = 10.0) -> list[str]:
    """Return each page of a template with these values as a drawing (SVG): letters as outlines, so it needs no font."""
    drawn: list[str] = json.loads(_pressed(template, values, dated, seconds, _TEMPLATES, "pages"))
    return drawn


def _pressed(
    template: str, values: Mapping[str, Json], dated: datetime, seconds: float, templates: Path, form: str
) -> bytes:
    order = {
        "template": template,
        "values": _printable_values(values),
        "dated": dated.replace(microsecond=0).isoformat(),  # a PDF is dated to the second
        "seconds": seconds,
        "templates": str(templates),
        "fonts": str(_FONTS),
        "form": form,
    }
    try:
        return run_apart("shared.letters.compile_template", json.dumps(order).encode(), seconds)
    except ApartFailed as failed:
        raise PaperFailed(f"{template}: {failed}") from None


def printable(text: str) -> str:
    """Return the text as our fonts can print it, on one line.

    Invisible signs go (they can turn the order of the letters round), line ends become spaces, and a letter that no
    font of ours has (an emoji, Arabic script) becomes a square; PDF/A would refuse the whole paper for it.
    """
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")
    return _NOT_IN_OUR_FONTS.sub(_MISSING, _SPACES.sub(" ", visible).strip())


def _printable_values(value: Json) -> Json:
    match value:
        case str():
            return printable(value)
        case Mapping():
            return {key: _printable_values(item) for key, item in value.items()}
        case Sequence():
            return [_printable_values(item) for item in value]
        case _:
            return value
