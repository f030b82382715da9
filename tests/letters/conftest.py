"""Reading papers back, as a person or a screen reader would."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2 as pdfium
import pytest


def texts_of_pages(pdf: bytes) -> list[str]:
    """Return the text of each page on one line, without the breaks that the layout made."""
    document = pdfium.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [" ".join(text.replace("\u200b", "").split()) for text in texts]


@pytest.fixture(scope="session")
def pages() -> Callable[[bytes], list[str]]:
    return texts_of_pages
