"""What E-Office stores although other things say it: who may list a letter, a scan on a desk, and a naskah."""

from __future__ import annotations

from functions.eoffice.letter_scans import LETTER_SCANS
from functions.eoffice.naskah import NASKAH
from functions.eoffice.surat_masuk import SURAT_MASUK
from shared.rebuild.derivation import readers_of

SURAT_MASUK_READERS = readers_of(SURAT_MASUK, "Surat masuk", 1)
NASKAH_READERS = readers_of(NASKAH, "Naskah", 1)
LETTER_SCAN_READERS = readers_of(LETTER_SCANS, "Pindaian surat", 1)
