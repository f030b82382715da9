"""Papers that were issued: what anybody may read who holds a copy and its code, and where the office's own lies."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from shared.kernel.collections import TypedCollection
from shared.values import Instant

# Letters that nobody mistakes for a digit or one another (Crockford's base 32): 16 of them are 80 bits.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH, _GROUP = 16, 4
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}


class PaperKind(StrEnum):
    """What the paper is."""

    DAFTAR_HADIR = "daftar_hadir"
    SURAT_KETERANGAN = "surat_keterangan"
    NOTULEN = "notulen"
    SERTIFIKAT = "sertifikat"
    NASKAH = "naskah"


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the paper that is told to whoever checks a copy."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Since when a paper no longer holds, and why; told to whoever checks a copy."""

    at: Instant
    reason: str


@dataclass(frozen=True, slots=True)
class Paper:
    """An issued paper. ``content_sha256`` is printed on it; ``document`` names the office's copy in the store."""

    code: str
    kind: PaperKind
    title: str
    organisation_name: str
    signer_name: str
    signer_position: str
    issued_at: Instant
    version: int
    content_sha256: str
    document: str
    facts: tuple[Fact, ...]
    demo: bool = False
    withdrawal: Withdrawal | None = None


PAPERS = TypedCollection("papers", Paper, key=lambda it: it.code)


def paper_code(seed: str) -> str:
    """Return the code of a paper, made of something that nobody can guess."""
    number = int.from_bytes(hashlib.sha256(f"paper {seed}".encode()).digest()[:10], "big")
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_LENGTH)))


def read_code(typed: str) -> str | None:
    """Return a code as it is kept, however it was typed; None for what can't be one."""
    letters = "".join(typed.upper().translate(_MISREAD).replace("-", " ").split())
    return letters if len(letters) == _LENGTH and set(letters) <= set(_ALPHABET) else None


def write_code(code: str) -> str:
    """Return a code as people read it: in groups of four."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def check_address(code: str, public_url: str, *, demo: bool) -> str | None:
    """Return where whoever holds the paper checks it; None while the portal's address leads nobody but us to it."""
    is_reachable = demo or urlsplit(public_url).hostname not in _THIS_MACHINE
    return f"{public_url}/v/{write_code(code)}" if code and is_reachable else None
