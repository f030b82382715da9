"""The lembar disposisi: a letter that came in and its way down the tree, as the sheet that goes with it on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from shared.letters.kop import Kop, kop_values
from shared.letters.press import press
from shared.rules.calendar import clock_time, in_wib, long_date, wib_date

if TYPE_CHECKING:
    from shared.letters.press import Json


@dataclass(frozen=True, slots=True)
class GivenTo:
    """One to whom it was given, and where it stands with them, in words."""

    title: str
    state: str
    report: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """A disposisi: by whom, when, what, until when, to whom; ``depth`` is how far down the tree."""

    depth: int
    from_title: str
    from_name: str
    given_at: datetime
    phrases: Sequence[str]
    note: str
    due: date
    to: Sequence[GivenTo]


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarDisposisi:
    """All that the sheet states; ``facts`` are terms with what the letter says, in the order of the sheet."""

    kop: Kop
    nomor_agenda: str
    facts: Sequence[tuple[str, str]]
    instructions: Sequence[Instruction]
    made_at: datetime
    made_by: str
    demo: bool


def render(sheet: LembarDisposisi) -> bytes:
    """Return the sheet as PDF/A-2b on F4."""
    return press("lembar_disposisi", _values(sheet), dated=in_wib(sheet.made_at))


def _values(sheet: LembarDisposisi) -> dict[str, Json]:
    return {
        "kop": kop_values(sheet.kop),
        "number": sheet.nomor_agenda,
        "facts": [[term, value] for term, value in sheet.facts if value],
        "instructions": [
            {
                "depth": it.depth,
                "from_title": it.from_title,
                "from_name": it.from_name,
                "given_at": _moment(it.given_at),
                "phrases": "; ".join(it.phrases),
                "note": it.note,
                "due": long_date(it.due),
                "to": [{"title": one.title, "state": one.state, "report": one.report} for one in it.to],
            }
            for it in sheet.instructions
        ],
        "printed": f"{_moment(sheet.made_at)} oleh {sheet.made_by}",
        "demo": sheet.demo,
    }


def _moment(at: datetime) -> str:
    return f"{long_date(wib_date(at))} pukul {clock_time(at)}"
