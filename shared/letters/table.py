"""A table to go on working with: its facts, its column titles and its rows as an XLSX file."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.rules.calendar import in_wib, wib_date

Cell = str | int | datetime | None

_A4 = 9  # the format's own number
_MARGIN = 0.5  # inches
# A dot stands between hours and minutes (EYD V); unquoted it would be a decimal point.
_CLOCK = 'hh"."mm"."ss'
_DATED_CLOCK = f"dd/mm/yyyy {_CLOCK}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title and its width in characters."""

    title: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What the file states; times are written as Mojokerto's clocks show them."""

    title: str
    facts: Mapping[str, str]
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    made_at: datetime


def xlsx(table: Table) -> bytes:
    """Return the table as XLSX, for the screen and for A4 paper; the same table gives the same bytes."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": table.title, "created": _wib(table.made_at)})
        sheet = book.add_worksheet(table.title)
        head = 1 + len(table.facts) + 1
        _write_facts(book, sheet, table)
        _write_rows(book, sheet, table, head)
        _lay_out(sheet, table, head)
    return file.getvalue()


def _write_facts(book: Any, sheet: Any, table: Table) -> None:  # noqa: ANN401 -- the library brings no types
    sheet.write_string(0, 0, table.title, book.add_format({"bold": True, "font_size": 14}))
    for row, (term, fact) in enumerate(table.facts.items(), 1):
        sheet.write_string(row, 0, f"{term}: {fact}")


def _write_rows(book: Any, sheet: Any, table: Table, head: int) -> None:  # noqa: ANN401 -- the library brings no types
    cell = {"border": 1, "valign": "top"}
    title = book.add_format({**cell, "bold": True, "bg_color": "#E7ECEF"})
    # Quoted, a text stays text even when somebody edits it: a name with "=" never counts, a NIP keeps its digits.
    text = book.add_format({**cell, "text_wrap": True, "quote_prefix": True, "num_format": "@"})
    number = book.add_format(cell)
    clock = book.add_format({**cell, "align": "left", "num_format": _clock_format(table)})

    sheet.write_row(head, 0, [column.title for column in table.columns], title)
    for row, cells in enumerate(table.rows, head + 1):
        for place, value in enumerate(cells):
            match value:
                case datetime():
                    sheet.write_datetime(row, place, _wib(value), clock)
                case int():
                    sheet.write_number(row, place, value, number)
                case str():
                    sheet.write_string(row, place, value, text)
                case None:
                    sheet.write_blank(row, place, None, text)


def _lay_out(sheet: Any, table: Table, head: int) -> None:  # noqa: ANN401 -- the library brings no types
    last_row, last_column = head + max(1, len(table.rows)), len(table.columns) - 1
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
    sheet.freeze_panes(head + 1, 0)
    sheet.autofilter(head, 0, last_row, last_column)
    sheet.ignore_errors({"number_stored_as_text": f"A{head + 2}:XFD{last_row + 1}"})
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_footer("&RHalaman &P dari &N")


def _clock_format(table: Table) -> str:
    days = {wib_date(value) for cells in table.rows for value in cells if isinstance(value, datetime)}
    return _DATED_CLOCK if len(days) > 1 else _CLOCK


def _wib(at: datetime) -> datetime:
    """Return what the clock shows: a spreadsheet knows no zones, and rounds what is less than a second."""
    return in_wib(at).replace(microsecond=0, tzinfo=None)
