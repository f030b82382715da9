"""What the terminal of a server on the office network shows to whoever carries a phone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from qrcode import QRCode

from shared.lan.certificates import fingerprint
from shared.rules.calendar import long_date, wib_date

if TYPE_CHECKING:
    from shared.lan.certificates import ServerCertificate


def introduction(public_url: str, certificate: ServerCertificate) -> str:
    """Return where a new phone begins, the fingerprint that its owner compares, and the address as a QR code."""
    lines = [f"Sertifikat server berlaku sampai {long_date(wib_date(certificate.ends_at))}."]
    address = public_url
    if certificate.authority is not None:
        address = f"{public_url}/percaya"
        lines += [
            f"Ponsel baru: buka {address}, lanjutkan melewati peringatan, lalu cocokkan sidik jari CA:",
            f"  {fingerprint(certificate.authority.read_bytes())}",
        ]
    return "\n".join([*lines, _drawn(address)])


def _drawn(text: str) -> str:
    code: QRCode[Any] = QRCode(border=2)
    code.add_data(text)
    blocks = io.StringIO()
    code.print_ascii(blocks, invert=True)
    return blocks.getvalue()
