"""The kop (letterhead) of a naskah dinas: whose paper it is, and where that office is found."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.letters.press import Json


@dataclass(frozen=True, slots=True)
class Kop:
    """The government first, then the OPD's name in at most three lines; ``logo`` is a PNG or JPEG, or nothing."""

    lines: Sequence[str]
    address: str
    contact: str
    logo: bytes = b""


def kop_values(kop: Kop) -> dict[str, Json]:
    """Return what ``kop.typ`` asks for. The picture travels as text inside a drawing: values are JSON."""
    return {"lines": list(kop.lines), "address": kop.address, "contact": kop.contact, "logo": _drawing(kop.logo)}


def _drawing(picture: bytes) -> str | None:
    if not picture:
        return None
    kind = "png" if picture.startswith(b"\x89PNG") else "jpeg"
    width, height = _size(picture)
    data = f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
    box = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {box}><image href="{data}" width="{width}" height="{height}"/></svg>'
    )


def _size(picture: bytes) -> tuple[int, int]:
    import io

    from PIL import Image

    with Image.open(io.BytesIO(picture), formats=["PNG", "JPEG"]) as opened:
        return opened.size
