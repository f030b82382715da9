"""The process that looks at the signatures of one PDF: an order and the file on stdin, what it found on stdout.

It asks nobody: neither an issuer for more certificates nor anybody for the time.
"""

from __future__ import annotations

import io
import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from asn1crypto import cms, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from shared.apart.limits import limit_this_process
from shared.rules.files import FileFault
from shared.uploads.faulty import Faulty, require

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_MOST_SIGNATURES = 50
_LONGEST_TEXT = 200
_ENDS_WELL = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TAIL = 200  # bytes in which a file ends


def look(content: bytes, roots: list[str], now: datetime) -> dict[str, Any]:
    """Return what the file says of its signatures and what of it is so. Raises Faulty."""
    require(content.startswith(b"%PDF-"), FileFault.OTHER_CONTENT)
    known = [x509.Certificate.load(der) for text in roots for _, _, der in pem.unarmor(text.encode(), multiple=True)]
    try:
        reader = PdfFileReader(io.BytesIO(content))
        require(not reader.encrypted, FileFault.LOCKED)
        found = reader.embedded_regular_signatures
        require(len(found) <= _MOST_SIGNATURES, FileFault.TOO_MUCH)
        ends = _ENDS_WELL.search(content[-_TAIL:])
        ends_well = ends is not None and int(ends[1]) == reader.last_startxref
        return {"ends_well": ends_well, "signatures": [_described(it, known, now) for it in found]}
    except MemoryError:
        raise Faulty(FileFault.TOO_MUCH) from None
    except Faulty:
        raise
    except Exception:  # noqa: BLE001 -- a reader fails in a hundred ways on what a stranger made to break it
        raise Faulty(FileFault.DAMAGED) from None


def _described(signature: EmbeddedPdfSignature, known: list[x509.Certificate], now: datetime) -> dict[str, Any]:
    certificate, signed_at = _certificate(signature), _signed_at(signature)
    subject = certificate.subject.native if certificate else {}
    says = {
        "field": _text(signature.field_name),
        "signer": _text(subject.get("common_name")),
        "organisation": _text(subject.get("organization_name")),
        "issuer": _text(certificate.issuer.native.get("common_name")) if certificate else "",
        "serial": f"{certificate.serial_number:x}" if certificate else "",
        "signed_at": signed_at.isoformat() if signed_at else "",
        "root": "",
    }
    checked = {"is_sound": False, "covers_file": False, "added": "", "is_allowed": False}
    try:
        judging = ValidationContext(trust_roots=known, allow_fetching=False, moment=min(signed_at or now, now))
        status = validate_pdf_signature(signature, signer_validation_context=judging)
    except Exception:  # noqa: BLE001 -- what can't be validated, for whatever reason, is not valid
        return {"says": says, "checked": checked}
    checked["is_sound"] = bool(status.intact and status.valid) and not any(_left_over(signature))
    checked["covers_file"] = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    covers_revision = status.coverage is not None and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    checked["is_allowed"] = covers_revision and status.docmdp_ok is not False
    checked["added"] = status.modification_level.name.lower() if status.modification_level else ""
    if status.trusted and status.validation_path is not None:
        says["root"] = _text(status.validation_path.first.subject.native.get("common_name"))
    return {"says": says, "checked": checked}


def _left_over(signature: EmbeddedPdfSignature) -> bytes:
    """Return what stands behind a signature in its place, the one part of a file that none covers: zeros, if right."""
    kept: bytes = signature.pkcs7_content
    return kept[len(cms.ContentInfo.load(kept).dump()) :]


def _certificate(signature: EmbeddedPdfSignature) -> x509.Certificate | None:
    try:
        certificate: x509.Certificate | None = signature.signer_cert
    except Exception:  # noqa: BLE001 -- (same)
        return None
    return certificate


def _signed_at(signature: EmbeddedPdfSignature) -> datetime | None:
    try:
        told = signature.self_reported_timestamp
    except Exception:  # noqa: BLE001 -- (same)
        return None
    if told is None:
        return None
    return told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)


def _text(said: object) -> str:
    """Return a text of the file on one line, and not for ever; a name given twice comes as a list."""
    text = said if isinstance(said, str) else ", ".join(map(str, said)) if isinstance(said, list) else ""
    return " ".join("".join(it if it.isprintable() else " " for it in text).split())[:_LONGEST_TEXT]


def main() -> None:
    """Do the one order."""
    order = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    limit_this_process(order["seconds"])
    logging.disable()  # pyHanko tells at length what is wrong with a signature; the answer says so
    try:
        told = look(content, order["roots"], datetime.fromisoformat(order["now"]))
    except Faulty as faulty:
        told = {"fault": faulty.fault.value}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
