"""Reading and drawing the pages of a document."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from shared.rules.files import FileFault, FileKind
from shared.uploads.faulty import Faulty
from shared.uploads.paper import draw_page, read_text
from tests.eoffice.mail_room import letter_pdf
from tests.uploads.files import pdf, picture


def test_the_text_and_the_number_of_pages_are_read() -> None:
    said = read_text(letter_pdf(pages=3))
    assert said.pages == 3
    assert "Undangan Rapat Koordinasi SPBE" in said.text
    assert read_text(pdf(2)).text.strip() == ""


def test_a_page_is_drawn_as_wide_as_told_and_never_endless() -> None:
    drawn = Image.open(io.BytesIO(draw_page(FileKind.PDF, letter_pdf(), 1, 600)))
    assert (drawn.format, drawn.width) == ("JPEG", 600)
    tall = draw_page(FileKind.PDF, pdf(), 1, 9_000)
    assert max(Image.open(io.BytesIO(tall)).size) <= 2_000
    assert Image.open(io.BytesIO(draw_page(FileKind.JPEG, picture(size=(900, 300)), 1, 300))).size == (300, 100)


@pytest.mark.parametrize("content", [b"%PDF-1.7 nothing", b""])
def test_what_cannot_be_opened_is_said_to_be_damaged(content: bytes) -> None:
    with pytest.raises(Faulty) as faulty:
        read_text(content)
    assert str(faulty.value) == FileFault.DAMAGED
    with pytest.raises(Faulty):
        draw_page(FileKind.PDF, content, 1, 300)


def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(Faulty) as faulty:
        read_text(letter_pdf(), seconds=0.01)
    assert str(faulty.value) == FileFault.TOO_MUCH
