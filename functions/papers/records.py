"""Naskah's own collections; letterheads, the register and issued papers are everybody's (`shared`)."""

from __future__ import annotations

from dataclasses import dataclass

from functions.papers.domain.surat_keterangan import SuratKeterangan
from shared.kernel.collections import ListQuery, TypedCollection
from shared.rules.files import FileKind
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class LogoUpload:
    """A picture that was announced as an office's logo; size and hash are those of the file that is to come."""

    id: str
    organisation_id: str
    kind: FileKind
    size: int
    sha256: str
    announced_at: Instant


@dataclass(frozen=True, slots=True)
class WhichSuratKeterangan:
    """Which letter."""

    letter_id: str


def letter_readers(letter: SuratKeterangan) -> tuple[str, ...]:
    """Show a letter to the office that issues it and to those above it."""
    return tuple(f"org:{organisation_id}" for organisation_id in letter.organisation_path)


WITH_OFFICE = ListQuery(contains_any="organisation_path", of_service=True)
SURAT_KETERANGAN = TypedCollection(
    "surat_keterangan",
    SuratKeterangan,
    key=lambda it: it.id,
    readers=letter_readers,
    organisation=lambda it: it.organisation_path[0],
    matter=lambda it: it.id,
    queries=(WITH_OFFICE,),
)
LOGO_UPLOADS = TypedCollection("logo_uploads", LogoUpload, key=lambda it: it.id)
