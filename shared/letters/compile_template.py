"""The press's own process: reads one order from stdin, writes one PDF to stdout, and ends.

Run by ``shared.letters.press``. It knows nothing of the product, so that it starts in a few milliseconds and has
nothing to give away.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import Any

import typst

from shared.apart.limits import limit_this_process

_DOTS_PER_INCH = 144.0  # of a picture for the screen


def compile_order(order: dict[str, Any]) -> bytes:
    """Compile the order's template with its values: to PDF, a picture or drawings of its pages. A warning fails it."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[order["fonts"]])
    templates = order["templates"]
    compiler = typst.Compiler(
        root=templates,
        font_paths=fonts,
        # No package is installed here, and a test keeps templates from naming one that could be downloaded.
        package_path=templates,
        package_cache_path=templates,
    )
    form = {"pages": "svg"}.get(order["form"], order["form"])
    made, warnings = compiler.compile_with_warnings(
        f"{templates}/{order['template']}.typ",
        format=form,
        ppi=_DOTS_PER_INCH,
        sys_inputs={"values": json.dumps(order["values"])},
        # PDF/A-2b to be kept, PDF/UA-1 to be read aloud.
        pdf_standards=["a-2b", "ua-1"] if form == "pdf" else [],
        timestamp=datetime.fromisoformat(order["dated"]),
    )
    if warnings:
        raise RuntimeError("; ".join(warning.message for warning in warnings))
    if order["form"] == "pages":
        pages = made if isinstance(made, list) else [made]
        return json.dumps([page.decode() for page in pages if page]).encode()
    if not isinstance(made, bytes):
        raise TypeError("typst answered no single file")
    return made


def main() -> None:
    """Do the one order."""
    order = json.load(sys.stdin)
    limit_this_process(order["seconds"])
    try:
        pdf = compile_order(order)
    except typst.TypstError as error:
        sys.exit(error.diagnostic)
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
