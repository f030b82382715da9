"""What the signatures in a PDF are worth; the file may come from anybody, so it is read apart.

A baseline signature (PAdES B-B) proves no moment: it states one. A certificate is judged at that moment, or a letter of
three years ago would be worth nothing once its signer's certificate has ended; that a letter is as old as it says, our
own register tells.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.apart.run import ApartFailed, TookTooLong, run_apart
from shared.rules.files import FileFault
from shared.uploads.faulty import Faulty

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 20.0


class Integrity(StrEnum):
    """What became of a document since a signature was put on it."""

    UNALTERED = "unaltered"
    EXTENDED = "extended"  # by more signatures, or proofs of this one, and by nothing else
    CHANGED = "changed"  # what was signed is still in there, and something else was added
    BROKEN = "broken"  # what was signed is not what is there, or this is no signature of it


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """A signature: whose by its certificate, when by its own word, and what it is worth.

    ``root`` is the name of the root that we know and the certificate leads to; empty: anybody may have made it.
    """

    field: str
    signer: str
    organisation: str
    issuer: str
    serial: str
    signed_at: datetime | None
    integrity: Integrity
    root: str

    @property
    def is_unaltered(self) -> bool:
        """Whether the document still says what was signed, and nothing else."""
        return self.integrity in {Integrity.UNALTERED, Integrity.EXTENDED}

    @property
    def is_known(self) -> bool:
        """Whether the certificate leads to a root that we know."""
        return bool(self.root)

    @property
    def holds(self) -> bool:
        """Whether the document is what that person signed."""
        return self.is_unaltered and self.is_known


@dataclass(frozen=True, slots=True)
class Checked:
    """What a reader of PDFs says of one signature; ``added`` is what came after it, at most."""

    is_sound: bool
    covers_file: bool
    added: str  # none, lta_updates, form_filling, or anything else
    is_allowed: bool


def integrity_of(checked: Sequence[Checked], *, ends_well: bool) -> list[Integrity]:
    """Judge the signatures of one file, in the order in which they were put on it.

    ``ends_well`` says that the file ends where its last revision does. What was added counts as signatures only when
    the last of them holds to the end of the file; bytes that belong to no revision are never right.
    """
    judged: list[Integrity] = []
    last = Integrity.UNALTERED
    for it in reversed(checked):
        if not it.is_sound:
            verdict = Integrity.BROKEN
        elif it.covers_file:
            verdict = Integrity.UNALTERED
        elif not (it.is_allowed and ends_well):
            verdict = Integrity.CHANGED
        elif it.added == "lta_updates":
            verdict = Integrity.EXTENDED if not judged or _is_whole(last) else Integrity.CHANGED
        else:
            verdict = (
                Integrity.EXTENDED if it.added == "form_filling" and judged and _is_whole(last) else Integrity.CHANGED
            )
        last = verdict if not judged else last
        judged.append(verdict)
    return judged[::-1]


def _is_whole(integrity: Integrity) -> bool:
    return integrity in {Integrity.UNALTERED, Integrity.EXTENDED}


def verify_signatures(
    pdf: bytes, roots: Sequence[str], now: datetime, *, seconds: float = SECONDS
) -> tuple[FoundSignature, ...]:
    """Return the signatures of a PDF in the order in which they were put on it; ``roots`` are certificates in PEM.

    Raises Faulty for what is no PDF (OTHER_CONTENT), locked, damaged, or too much.
    """
    order = json.dumps({"roots": list(roots), "now": now.isoformat(), "seconds": seconds}).encode()
    try:
        told = json.loads(run_apart("shared.signatures.look", order + b"\n" + pdf, seconds))
    except TookTooLong:
        raise Faulty(FileFault.TOO_MUCH) from None
    except ApartFailed:
        raise Faulty(FileFault.DAMAGED) from None
    if "fault" in told:
        raise Faulty(FileFault(told["fault"]))
    checked = [Checked(**row["checked"]) for row in told["signatures"]]
    judged = integrity_of(checked, ends_well=told["ends_well"])
    return tuple(_found(row["says"], integrity) for row, integrity in zip(told["signatures"], judged, strict=True))


def _found(says: dict[str, str], integrity: Integrity) -> FoundSignature:
    at = datetime.fromisoformat(says["signed_at"]) if says["signed_at"] else None
    return FoundSignature(
        field=says["field"],
        signer=says["signer"],
        organisation=says["organisation"],
        issuer=says["issuer"],
        serial=says["serial"],
        signed_at=at,
        integrity=integrity,
        root=says["root"] if integrity is not Integrity.BROKEN else "",  # such a certificate signed something else
    )
