"""Pictures: drawn anew, upright, without anything that was beside the dots."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from shared.rules.files import FileFault, FileKind
from shared.uploads.faulty import Faulty, require

MOST_DOTS = 60_000_000  # more than the camera of a telephone makes
_QUALITY = 90
_MODES = {FileKind.JPEG: {"L", "RGB"}, FileKind.PNG: {"1", "L", "LA", "P", "RGB", "RGBA"}}


def look(kind: FileKind, content: bytes) -> bytes:
    """Return the picture drawn anew. Raises Faulty."""
    Image.MAX_IMAGE_PIXELS = MOST_DOTS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    form = kind.value.upper()
    try:
        picture = Image.open(io.BytesIO(content), formats=[form])
    except UnidentifiedImageError:
        raise Faulty(FileFault.OTHER_CONTENT) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Faulty(FileFault.TOO_MUCH) from None
    require(picture.width * picture.height <= MOST_DOTS, FileFault.TOO_MUCH)
    picture.load()
    upright = ImageOps.exif_transpose(picture)  # how the camera was held stands in what is left out
    if upright.mode not in _MODES[kind]:
        upright = upright.convert("RGB")
    upright.info = {name: value for name, value in upright.info.items() if name == "transparency"}
    drawn = io.BytesIO()
    upright.save(drawn, form, **({"quality": _QUALITY} if kind is FileKind.JPEG else {}))
    return drawn.getvalue()


def shrink(drawn: bytes, longest_side: int) -> bytes:
    """Return a picture that was drawn anew, drawn smaller where one of its sides is longer than told."""
    opened = Image.open(io.BytesIO(drawn))
    form, picture = opened.format, opened.copy()
    if max(picture.size) <= longest_side:
        return drawn
    if picture.mode == "P":  # a palette has no colours between its own
        picture = picture.convert("RGBA")
    picture.thumbnail((longest_side, longest_side))
    smaller = io.BytesIO()
    picture.save(smaller, form, **({"quality": _QUALITY} if form == "JPEG" else {}))
    return smaller.getvalue()
