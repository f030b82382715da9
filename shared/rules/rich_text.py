"""The text of a letter: paragraphs, numbered items and tables, with bold, italic and blanks that are to be filled in.

Nothing else can be in it, so what is pasted from elsewhere is brought to this form, prints as the house style says, and
two versions can be laid beside each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from shared.refusals import InvalidField
from shared.values import Between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_BLOCKS = 400
_MOST_LETTERS = 60_000
_MOST_COLUMNS = 8


class BlockKind(StrEnum):
    """What a block of a text is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of one look. A ``blank`` is what is still to be typed, named by its text: ``[nama kegiatan]``."""

    text: str
    bold: bool = False
    italic: bool = False
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item at a level of a numbered list (1., a., 1)), or a table whose first row is its heading."""

    kind: BlockKind
    spans: tuple[Span, ...] = ()
    level: Annotated[int, Between(1, 3)] = 1
    rows: tuple[Row, ...] = ()


Blocks = tuple[Block, ...]


def check_blocks(blocks: Blocks, pointer: str) -> None:
    """Refuse a text that is too long for a letter, or a table that has no cells. Raises InvalidField."""
    if len(blocks) > MOST_BLOCKS or sum(len(it.text) for it in spans_of(blocks)) > _MOST_LETTERS:
        raise InvalidField(pointer, "Naskah ini terlalu panjang. Pindahkan sebagian ke lampiran.")
    for block in blocks:
        widths = {len(row.cells) for row in block.rows}
        if block.kind is BlockKind.TABLE and (len(widths) != 1 or not 1 <= max(widths) <= _MOST_COLUMNS):
            raise InvalidField(pointer, f"Tabel terdiri atas 1 sampai {_MOST_COLUMNS} kolom yang sama di tiap baris.")


def spans_of(blocks: Iterable[Block]) -> Iterator[Span]:
    """Yield all letters of a text in their order."""
    for block in blocks:
        yield from block.spans
        for row in block.rows:
            for cell in row.cells:
                yield from cell.spans


def blanks_in(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return what is still to be typed, each once."""
    return tuple(dict.fromkeys(it.text for it in spans_of(blocks) if it.blank))


def is_empty(blocks: Iterable[Block]) -> bool:
    """Whether a text says nothing."""
    return not any(it.text.strip() for it in spans_of(blocks))


def paragraph(text: str) -> Block:
    """Return a paragraph; what stands in square brackets is to be filled in."""
    return Block(BlockKind.PARAGRAPH, spans_from(text))


def item(text: str, level: int = 1) -> Block:
    """Return an item of a numbered list; what stands in square brackets is to be filled in."""
    return Block(BlockKind.ITEM, spans_from(text), level)


def table(*rows: tuple[str, ...]) -> Block:
    """Return a table, its heading first; what stands in square brackets is to be filled in."""
    return Block(BlockKind.TABLE, rows=tuple(Row(tuple(Cell(spans_from(it)) for it in row)) for row in rows))


def spans_from(text: str) -> tuple[Span, ...]:
    """Return a line with its blanks: ``"pada [hari, tanggal] di"``."""
    spans = []
    while text:
        before, opened, rest = text.partition("[")
        blank, closed, after = rest.partition("]")
        if not (opened and closed):
            spans.append(Span(text))
            break
        spans += [Span(before)] * bool(before) + [Span(blank, blank=True)]
        text = after
    return tuple(spans)
