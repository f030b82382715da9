"""What E-Office stores although other things say it: who may list a letter, and a scan on a desk."""

from __future__ import annotations

from functions.eoffice.letter_scans import LETTER_SCANS
from functions.eoffice.surat_masuk import SURAT_MASUK
from shared.rebuild.derivation import readers_of

SURAT_MASUK_READERS = readers_of(SURAT_MASUK, "Surat masuk", 1)
LETTER_SCAN_READERS = readers_of(LETTER_SCANS, "Pindaian surat", 1)
