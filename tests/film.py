"""What a browser's fake camera films: QR codes as seen by a hand that isn't quite still."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qrcode import QRCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

WIDTH, HEIGHT, FRAMES_A_SECOND = 640, 480, 5
DARK, LIGHT, WALL, COLOURLESS = b"\x10", b"\xeb", b"\xb4", b"\x80"
SHAKE = 12  # pixels


@dataclass(frozen=True)
class Scene:
    """A code before the lens, for some seconds."""

    text: str
    seconds: float


def shoot(path: Path, scenes: Sequence[Scene]) -> Path:
    """Write an uncompressed film (YUV4MPEG2); the camera begins it when it is opened, and again when it has ended."""
    with path.open("wb") as film:
        film.write(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F{FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n".encode())
        for frame in _frames(scenes):
            film.write(b"FRAME\n" + frame + COLOURLESS * (WIDTH * HEIGHT // 2))
    return path


def _frames(scenes: Sequence[Scene]) -> Iterator[bytes]:
    number = 0
    for scene in scenes:
        modules = _modules(scene.text)
        for _ in range(max(1, round(scene.seconds * FRAMES_A_SECOND))):
            sway = round(SHAKE * math.sin(number)), round(SHAKE * math.cos(number * 0.7))
            yield _picture(modules, *sway)
            number += 1


def _modules(text: str) -> list[list[bool]]:
    code: QRCode[Any] = QRCode(border=4)
    code.add_data(text)
    modules: list[list[bool]] = code.get_matrix()
    return modules


def _picture(modules: list[list[bool]], right: int, down: int) -> bytes:
    size = (min(WIDTH, HEIGHT) - 2 * SHAKE) // len(modules)
    left, above = (WIDTH - size * len(modules)) // 2 + right, (HEIGHT - size * len(modules)) // 2 + down
    rows = [WALL * WIDTH] * above
    for line in modules:
        row = WALL * left + b"".join((DARK if dark else LIGHT) * size for dark in line)
        rows += [row.ljust(WIDTH, WALL)] * size
    rows += [WALL * WIDTH] * (HEIGHT - len(rows))
    return b"".join(rows)
