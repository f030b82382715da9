"""What E-Office stores although other things say it: who may list its records, and what letters are found by."""

from __future__ import annotations

from functions.eoffice.letter_scans import LETTER_SCANS
from functions.eoffice.letter_words import outdated_letter_words
from functions.eoffice.naskah import NASKAH
from functions.eoffice.surat_masuk import SURAT_MASUK
from shared.rebuild.derivation import Derivation, readers_of

SURAT_MASUK_READERS = readers_of(SURAT_MASUK, "Surat masuk", 1)
NASKAH_READERS = readers_of(NASKAH, "Naskah", 1)
LETTER_SCAN_READERS = readers_of(LETTER_SCANS, "Pindaian surat", 1)
LETTER_WORDS_MADE = Derivation("letter-words", "Pencarian surat", 1, SURAT_MASUK, outdated_letter_words)
