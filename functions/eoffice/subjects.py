"""Letters that came in, and naskah on their way out, as notices name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.naskah import naskah_link
from functions.eoffice.surat_masuk import letter_link
from shared.views.subjects import Subject, subject_id

if TYPE_CHECKING:
    from functions.eoffice.domain.naskah import Naskah
    from functions.eoffice.domain.surat_masuk import SuratMasuk


def as_subject(letter: SuratMasuk) -> Subject:
    """Return the letter as a subject; of a secret one a notice says only that there is something."""
    return Subject(
        subject_id("surat_masuk", letter.id), letter.called, letter_link(letter.id), is_secret=letter.is_secret
    )


def naskah_subject(naskah: Naskah) -> Subject:
    """Return a naskah as a subject; of a secret one a notice says only that there is something."""
    return Subject(subject_id("naskah", naskah.id), naskah.called, naskah_link(naskah.id), is_secret=naskah.is_secret)
