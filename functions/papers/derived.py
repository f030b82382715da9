"""What Naskah stores although the tree of organisations says it: who may list a letter and its number."""

from __future__ import annotations

from dataclasses import replace

from functions.papers.records import SURAT_KETERANGAN, WITH_OFFICE
from shared.directory.following import Following
from shared.rebuild.derivation import readers_of
from shared.register import NUMBERS_WITH_OFFICE, REGISTER

LETTERS_FOLLOW = Following(
    SURAT_KETERANGAN,
    WITH_OFFICE,
    lambda it: it.organisation_path,
    lambda it, path: replace(it, organisation_path=path),
)
NUMBERS_FOLLOW = Following(
    REGISTER,
    NUMBERS_WITH_OFFICE,
    lambda it: it.organisation_path,
    lambda it, path: replace(it, organisation_path=path),
)

LETTER_READERS = readers_of(SURAT_KETERANGAN, "Surat keterangan", 1, LETTERS_FOLLOW.now)
NUMBER_READERS = readers_of(REGISTER, "Register nomor", 1, NUMBERS_FOLLOW.now)
