"""A paper to sign, those who sign it, and Poppler's word on what they signed."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING

from shared.letters.daftar_hadir import render
from shared.ports.signer import SignerIdentity
from shared.values import Secret
from tests.emulators import need
from tests.letters.sheets import DRAFT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shared.ports.signer import SignedPdf, Signer

PASSPHRASE = Secret("sembilan naga hijau")
WRONG = Secret("sembilan naga biru")
SITI = SignerIdentity("p-siti", "Siti Nur Aisyah, S.Kom.", "Dinas Komunikasi dan Informatika", "3516014509860001")
ARDI = SignerIdentity("p-ardi", "Ardi Sepdianto, S.T.", "Dinas Komunikasi dan Informatika", "3516011204750002")
STRANGER = SignerIdentity("p-made", "Made", "Kecamatan Trowulan", "3516019999990003")


@cache
def paper() -> bytes:
    """Return a page as the press makes it: PDF/A-2b and PDF/UA-1."""
    return render(DRAFT)


def signed_by(signer: Signer, pdf: bytes = b"", who: SignerIdentity = SITI) -> SignedPdf:
    """Sign a paper with the passphrase of the tests."""
    return signer.sign(
        pdf or paper(), signer=who, passphrase=PASSPHRASE, reason="Menandatangani surat", location="Mojokerto"
    )


def poppler_says(pdf: bytes, folder: Path, trusted: Sequence[str] = ()) -> list[str]:
    """Return what ``pdfsig`` says, line for line; of roots in PEM it is told by a database as browsers keep one."""
    for program, package in (("pdfsig", "poppler-utils"), ("certutil", "libnss3-tools")):
        if shutil.which(program) is None:
            need(f"{program} (package {package})")
    (folder / "surat.pdf").write_bytes(pdf)
    database = folder / "nss"
    database.mkdir()
    _run(folder, "certutil", "-N", "-d", f"sql:{database}", "--empty-password")
    for number, root in enumerate(trusted):
        (folder / "root.pem").write_text(root)
        certified = ["-A", "-n", f"root-{number}", "-t", ",C,", "-i", str(folder / "root.pem")]
        _run(folder, "certutil", "-d", f"sql:{database}", *certified)
    said = _run(folder, "pdfsig", "-nssdir", f"sql:{database}", str(folder / "surat.pdf"))
    return [re.sub(r"^\s*- ", "", line) for line in said.splitlines()]


def _run(folder: Path, *command: str) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=60).stdout
