"""Take a file out of quarantine: compare it with what was announced, have it looked at, keep it as a document."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.rules.files import FileKind, UploadDiffers, UploadMissing, file_refused
from shared.uploads.faulty import Faulty
from shared.uploads.inspect import inspect

if TYPE_CHECKING:
    from shared.ports.documents import Documents


@dataclass(frozen=True, slots=True)
class Expected:
    """A file as it was announced, its name in quarantine, and the name of the document that it is to be."""

    quarantine_name: str
    document_name: str
    kind: FileKind
    size: int
    sha256: str
    longest_side: int = 0  # of a picture, in dots; a larger one is drawn smaller


@dataclass(frozen=True, slots=True)
class Kept:
    """The document that was made of it; the size is in bytes."""

    size: int
    sha256: str


def take_in(documents: Documents, expected: Expected) -> Kept:
    """Keep an expected file. Safe to repeat, and to do twice at once: the same file gives the same document.

    Raises UploadMissing, UploadDiffers and FileRefused; what is refused stays in quarantine until it is swept, so that
    asking again gets the same answer.
    """
    kept = documents.load(expected.document_name) or _from_quarantine(documents, expected)
    return Kept(len(kept), _sha256(kept))


def _from_quarantine(documents: Documents, expected: Expected) -> bytes:
    sent = documents.quarantined(expected.quarantine_name, expected.size)
    if sent is None:
        # Not sent, or somebody who was faster has made the document since we looked for it.
        kept = documents.load(expected.document_name)
        if kept is None:
            raise UploadMissing("Kirim berkasnya dulu, atau unggah sekali lagi.")
        return kept
    if len(sent) != expected.size or _sha256(sent) != expected.sha256:
        raise UploadDiffers("Unggah berkasnya sekali lagi.")
    try:
        content = inspect(expected.kind, sent, longest_side=expected.longest_side)
    except Faulty as faulty:
        raise file_refused(faulty.fault) from None
    documents.save(expected.document_name, content)
    documents.drop_quarantined(expected.quarantine_name)
    return content


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
