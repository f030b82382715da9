"""The closed rich text as ``rich.typ`` sets it: flat blocks become lists within lists, and tables get their widths."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from shared.rules.rich_text import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.letters.press import Json
    from shared.rules.rich_text import Block, Blocks, Row, Span

_FACTS = 2  # columns: what it is, and what there is to say of it; no lines around them
_NARROWEST, _WIDEST = 4, 40  # letters, between which a column's share of the width stands


def rich_values(blocks: Blocks) -> list[Json]:
    """Return what ``rich`` in ``rich.typ`` asks for."""
    values: list[Json] = []
    for kind, some in groupby(blocks, key=lambda it: it.kind):
        if kind is BlockKind.ITEM:
            values.append({"kind": "list", "items": nested(list(some))})
        else:
            values += [_table(it.rows) if kind is BlockKind.TABLE else _paragraph(it) for it in some]
    return values


def nested(items: Sequence[Block], level: int = 1) -> list[Json]:
    """Return the items of a list, each with those below it; one that is set too deep comes up to where it can stand."""
    found: list[Json] = []
    place = 0
    while place < len(items):
        end = next((it for it in range(place + 1, len(items)) if items[it].level <= level), len(items))
        found.append({"spans": _spans(items[place].spans), "items": nested(items[place + 1 : end], level + 1)})
        place = end
    return found


def _paragraph(block: Block) -> dict[str, Json]:
    return {"kind": "paragraph", "spans": _spans(block.spans)}


def _table(rows: Sequence[Row]) -> dict[str, Json]:
    cells: list[Json] = [[_spans(cell.spans) for cell in row.cells] for row in rows]
    columns = len(rows[0].cells)
    if columns == _FACTS:
        return {"kind": "facts", "rows": cells}
    return {"kind": "table", "rows": cells, "widths": [_width(rows, column) for column in range(columns)]}


def _width(rows: Iterable[Row], column: int) -> int:
    longest = max(sum(len(it.text) for it in row.cells[column].spans) for row in rows)
    return min(max(longest, _NARROWEST), _WIDEST)


def _spans(spans: Iterable[Span]) -> list[Json]:
    """Return letters whose spaces at the ends survive the press, which trims every text."""
    return [_span(it) for it in spans if it.text]


def _span(span: Span) -> dict[str, Any]:
    return {
        "text": span.text,
        "before": span.text[:1].isspace(),
        "after": span.text[-1:].isspace() and bool(span.text.strip()),
        "bold": span.bold,
        "italic": span.italic,
        "blank": span.blank,
    }
