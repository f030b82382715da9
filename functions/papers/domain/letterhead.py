"""What an office may put at the head of its papers, and who says so."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import ClassVar

from shared.refusals import InvalidField, Refusal
from shared.rules.email import is_email
from shared.rules.files import FileKind, check_sha256, check_size, file_name

FINISH_WITHIN = timedelta(hours=1)
# No regulation sets these two. Ten megabytes are a scan of a page; 600 dots give the 24 mm on paper 600 to the inch.
LARGEST_LOGO = 10_000_000
LOGO_SIDE = 600

_MOST_LINES = 3  # of an OPD's name on its kop
_LOGO_ENDINGS = {"png": FileKind.PNG, "jpg": FileKind.JPEG, "jpeg": FileKind.JPEG}
_POSTAL_CODE = re.compile(r"\d{5}")
_WEBSITE = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)
_NUMBER_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,19}")


class KopOfAnother(Refusal):
    """An administrator of one office changes the letterhead of another, or of the regency."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Kop ini bukan milik OPD Anda."


class NumberCodeTaken(Refusal):
    """Another office numbers its letters by that code, or did."""

    title: ClassVar[str] = "Kode unit ini sudah dipakai."


def require_own(own_office: str, path: tuple[str, ...], *, manages_all: bool) -> None:
    """Refuse who manages one office the letterheads of those neither in it nor below it."""
    if not manages_all and own_office not in path:
        raise KopOfAnother("Minta administrator OPD itu atau pengelola kepegawaian kabupaten.")


def check_letterhead(
    name_lines: tuple[str, ...], *, postal_code: str, website: str, email: str, number_code: str
) -> None:
    """Refuse what no kop or number may hold. Raises InvalidField.

    The name of an OPD takes at most three lines of its kop; a code with a slash would make two parts of a number.
    """
    if len(name_lines) > _MOST_LINES:
        raise InvalidField("/name_lines", "Nama pada kop paling banyak tiga baris.")
    if postal_code and not _POSTAL_CODE.fullmatch(postal_code):
        raise InvalidField("/postal_code", "Kode pos terdiri atas lima angka, misalnya 61318.")
    if website and not _WEBSITE.fullmatch(website):
        raise InvalidField("/website", "Tulis alamat laman tanpa https://, misalnya diskominfo.mojokertokab.go.id.")
    if email and not is_email(email):
        raise InvalidField("/email", "Tulis surel lengkap, misalnya dinas@mojokertokab.go.id.")
    if number_code and not _NUMBER_CODE.fullmatch(number_code):
        raise InvalidField("/number_code", "Pakai huruf, angka, titik, dan tanda hubung saja, misalnya 416-114.")


def check_logo(name: str, size: int, sha256: str) -> FileKind:
    """Return the kind of picture that is announced. Raises InvalidField.

    A drawing (SVG) is refused by its name: it may hold a script, and papers need none.
    """
    kept = file_name(name)
    ending = kept.rpartition(".")[2].lower()
    if ending == "svg":
        raise InvalidField("/name", "Berkas SVG dapat memuat skrip. Simpan logonya sebagai PNG, lalu unggah lagi.")
    kind = _LOGO_ENDINGS.get(ending) if "." in kept else None
    if kind is None:
        raise InvalidField("/name", "Logo harus berupa PNG atau JPEG.")
    check_size(size, LARGEST_LOGO)
    check_sha256(sha256)
    return kind
