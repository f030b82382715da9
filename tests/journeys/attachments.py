"""What people do with files on an agenda's page."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FilePayload, Page

_DROP = """(files) => {
  const carried = new DataTransfer()
  for (const [name, content] of files) {
    carried.items.add(new File([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], name))
  }
  const event = (kind) => new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried })
  const target = document.querySelector('[aria-label="Berkas lampiran"]').parentElement
  target.dispatchEvent(event('dragover'))
  target.dispatchEvent(event('drop'))
}"""


def choose_files(page: Page, *files: tuple[str, bytes]) -> None:
    """Choose files, by name and content, in the dialog that the button opens."""
    with page.expect_file_chooser() as opened:
        page.get_by_role("button", name="Tambah lampiran").click()
    chosen: list[FilePayload] = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": content} for name, content in files
    ]
    opened.value.set_files(chosen)


def drop_files(page: Page, *files: tuple[str, bytes]) -> None:
    """Drag files from the desk's file manager onto the page and let them go."""
    page.evaluate(_DROP, [[name, base64.b64encode(content).decode()] for name, content in files])


def download(page: Page, name: str, folder: Path) -> bytes:
    """Download a file of the list under its own name."""
    with page.expect_download() as started:
        page.get_by_role("button", name=f"Unduh {name}").click()
    assert started.value.suggested_filename == name
    path = folder / name
    started.value.save_as(path)
    return path.read_bytes()
