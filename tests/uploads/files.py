"""Files as people send them: good ones of each kind, made by the libraries that offices' programs are like."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl
from PIL import Image
from pypdf import PdfWriter

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_MAIN = {
    "docx": f"{_OFFICE}.wordprocessingml.document.main+xml",
    "pptx": f"{_OFFICE}.presentationml.presentation.main+xml",
}


def pdf(pages: int = 1) -> bytes:
    """Return a PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(609, 935)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def picture(form: str = "JPEG", size: tuple[int, int] = (40, 30), **more: object) -> bytes:
    """Return a picture whose left half is red."""
    drawn = Image.new("RGB", size, "white")
    drawn.paste("red", (0, 0, size[0] // 2, size[1]))
    made = io.BytesIO()
    drawn.save(made, form, **more)
    return made.getvalue()


def office(ending: str = "docx", parts: Mapping[str, bytes | str] | None = None, main: str = "") -> bytes:
    """Return an office file: its declaration of types, and other parts."""
    declared = f'<Override PartName="/main.xml" ContentType="{main or _MAIN[ending]}"/>'
    types = f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{_CONTENT_TYPES}">{declared}</Types>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": types, "main.xml": "<main/>", **(parts or {})}.items():
            archive.writestr(name, content)
    return made.getvalue()


def xlsx() -> bytes:
    """Return a workbook as a spreadsheet program writes it."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "Rundown"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
