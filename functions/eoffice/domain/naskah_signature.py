"""What signing fixes of a naskah, and the signed file."""

from __future__ import annotations

from dataclasses import dataclass

from shared.values import Instant, Nip


@dataclass(frozen=True, slots=True)
class Signing:
    """What is fixed before it is signed, and stands on the paper: number, code, who signs, as what and when.

    ``entry`` is the number's row in the register. ``tries`` counts the signer's failures under this number.
    """

    number: str
    entry: str
    code: str
    since: Instant
    by: str
    by_name: str
    nip: Nip | None
    golongan: str
    lines: tuple[str, ...]
    tries: int = 0
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """The signed file: where it lies, its SHA-256, and the id under which the signer's provider knows it."""

    at: Instant
    document: str
    sha256: str
    provider_id: str
