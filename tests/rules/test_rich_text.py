"""The closed rich text of letters."""

from __future__ import annotations

import pytest

from shared.letters.rich_text import nested, rich_values
from shared.refusals import InvalidField
from shared.rules.rich_text import (
    MOST_BLOCKS,
    Block,
    BlockKind,
    Cell,
    Row,
    Span,
    blanks_in,
    check_blocks,
    is_empty,
    item,
    paragraph,
    spans_from,
    table,
)


def test_what_stands_in_brackets_is_a_blank_that_is_named_once() -> None:
    assert spans_from("pada [hari] di [tempat]") == (
        Span("pada "),
        Span("hari", blank=True),
        Span(" di "),
        Span("tempat", blank=True),
    )
    assert spans_from("pasal [1") == (Span("pasal [1"),)
    assert blanks_in((paragraph("[hari]"), table(("a", "b"), ("[hari]", "[jam]")))) == ("hari", "jam")


def test_a_text_of_spaces_alone_says_nothing() -> None:
    assert is_empty((paragraph("  "), Block(BlockKind.TABLE, rows=(Row((Cell(),)),))))
    assert not is_empty((item("a"),))


@pytest.mark.parametrize(
    "blocks",
    [
        (paragraph("a"),) * (MOST_BLOCKS + 1),
        (paragraph("a" * 60_001),),
        (Block(BlockKind.TABLE),),
        (table(("a", "b"), ("c",)),),
        (table(tuple("abcdefghi")),),
    ],
)
def test_what_no_letter_holds_is_refused(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(InvalidField):
        check_blocks(blocks, "/says")


def test_items_below_one_another_become_lists_within_lists_however_deep_they_begin() -> None:
    made = nested([item("a", 2), item("b", 1), item("c", 3), item("d", 2), item("e", 1)])
    assert [len(it["items"]) for it in made if isinstance(it, dict)] == [0, 2, 0]


def test_two_columns_are_facts_and_more_are_a_ruled_table_with_widths_by_their_words() -> None:
    facts, ruled = rich_values((table(("Hari", "Senin")), table(("No.", "Naskah", "Jumlah"), ("1.", "x" * 90, "2"))))
    assert isinstance(facts, dict)
    assert isinstance(ruled, dict)
    assert (facts["kind"], ruled["kind"], ruled["widths"]) == ("facts", "table", [4, 40, 6])
