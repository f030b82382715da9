"""The block on a paper by which whoever holds it checks it: a QR code, and the code and address that it stands for."""

from __future__ import annotations

import io
from dataclasses import dataclass
from urllib.parse import urlsplit

from shared.papers import check_address, write_code


@dataclass(frozen=True, slots=True)
class CheckBlock:
    """What the block says; ``qr`` is an SVG drawing."""

    code: str
    address: str
    qr: str


def check_block(code: str, public_url: str, *, demo: bool) -> CheckBlock | None:
    """Return the block, or None where a paper has no code or the portal no address that leads others to it."""
    address = check_address(code, public_url, demo=demo)
    if address is None:
        return None
    import qrcode  # only the making of a paper pays for it
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.image.svg import SvgPathFillImage

    drawing = io.BytesIO()
    qrcode.make(address, image_factory=SvgPathFillImage, error_correction=ERROR_CORRECT_M, border=0).save(drawing)
    return CheckBlock(write_code(code), f"{urlsplit(public_url).netloc}/v", drawing.getvalue().decode())
