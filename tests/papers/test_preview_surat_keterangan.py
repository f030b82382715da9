"""A letter on paper before it takes a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pytest

from functions.papers.domain.surat_keterangan import EmployeeElsewhere, NumberCodeMissing, SignerElsewhere
from functions.papers.preview_surat_keterangan import preview_surat_keterangan
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.letters import Letters


def preview(letters: Letters, by: Actor | None = None, **fields: Any) -> str:  # noqa: ANN401 -- the payload's own
    answer = letters.desk.call(preview_surat_keterangan, letters.typed(**fields), by=by or letters.ratna)
    document = pdfium.PdfDocument(answer.content)
    text = str(document[0].get_textpage().get_text_range())
    document.close()
    return text


def test_it_shows_the_letter_and_takes_no_number(letters: Letters) -> None:
    assert "800.1.13/……/416-114/2026" in preview(letters)
    assert letters.register().items == ()


def test_it_refuses_what_preparing_refuses(letters: Letters, stranger: Actor) -> None:
    with pytest.raises(EmployeeElsewhere):
        preview(letters, person_id=stranger.id)
    with pytest.raises(SignerElsewhere):
        preview(letters, signer_id=stranger.id)
    with pytest.raises(RecordMissing):
        preview(letters, person_id="nobody")
    with pytest.raises(NumberCodeMissing):
        preview(letters, by=stranger, person_id=stranger.id, signer_id=stranger.id)
