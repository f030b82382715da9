"""Where the columns of a table stand that somebody made: their titles lie below a heading, in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would take for a formula (OWASP, CSV injection)
_HEAD_WITHIN = 20  # rows: what stands above the column titles is a heading
_NOTHING = {"-", "–", "—"}  # how people fill in a cell that stays empty


def find_titles(
    rows: Sequence[Sequence[str]], named: Mapping[str, str], needed: set[str]
) -> tuple[int, dict[str, int]] | None:
    """Return the row of titles and the place of each named column; None where no row has all that are needed."""
    for head, row in enumerate(rows[:_HEAD_WITHIN]):
        titles = [" ".join(cell.lower().replace(".", "").split()) for cell in row]
        places = {named[title]: place for place, title in reversed(list(enumerate(titles))) if title in named}
        if needed <= places.keys():
            return head, places
    return None


def cells_of(cells: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    """Return the cells of a row by column; what stands for nothing is empty."""
    said = {name: cells[place] if place < len(cells) else "" for name, place in places.items()}
    return {name: "" if text in _NOTHING else text for name, text in said.items()}
