"""Files that people send: which kinds the office takes, what they may be called, and why one is refused."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from enum import StrEnum

from shared.refusals import InvalidField, Refusal

LONGEST_NAME = 150
UPLOAD_WITHIN = timedelta(minutes=10)  # 25 MB take six at the half megabit of a village's line
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SIZE_UNITS = ((1_000_000, "MB"), (1_000, "kB"))


class FileKind(StrEnum):
    """The kinds of file that an office works with. None of them is shown by a browser as a page."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    CSV = "csv"

    @property
    def media_type(self) -> str:
        """The type under which it travels."""
        return _MEDIA_TYPES[self]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.DOCX: f"{_OFFICE}.wordprocessingml.document",
    FileKind.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    FileKind.PPTX: f"{_OFFICE}.presentationml.presentation",
    FileKind.CSV: "application/csv",
}
# What may be attached to papers, and what a table is taken from.
ENDINGS = {kind.value: kind for kind in FileKind if kind is not FileKind.CSV} | {"jpg": FileKind.JPEG}
TABLE_ENDINGS = {kind.value: kind for kind in (FileKind.XLSX, FileKind.CSV)}


class FileFault(StrEnum):
    """What can be wrong with a file."""

    OTHER_CONTENT = "other-content"
    DAMAGED = "damaged"
    LOCKED = "locked"
    ACTIVE = "active"
    FOREIGN = "foreign"
    TOO_MUCH = "too-much"


_SENTENCES = {
    FileFault.OTHER_CONTENT: "Isinya tidak sesuai dengan akhiran namanya. Simpan ulang dari aplikasinya.",
    FileFault.DAMAGED: "Berkas rusak dan tidak dapat dibuka. Simpan ulang dari aplikasinya.",
    FileFault.LOCKED: "Berkas terkunci kata sandi. Simpan tanpa kata sandi.",
    FileFault.ACTIVE: "Berkas memuat makro, skrip, atau berkas lain. Simpan tanpa itu, atau cetak ke PDF.",
    FileFault.FOREIGN: "Berkas memuat sesuatu di luar dokumennya. Simpan ulang dari aplikasinya.",
    FileFault.TOO_MUCH: "Isi berkas terlalu besar setelah dibuka. Perkecil gambarnya atau bagi dokumennya.",
}


class FileRefused(Refusal):
    """A file that was looked at and is not kept."""

    status = 422
    title = "Berkas ditolak."


class UploadMissing(Refusal):
    """The file has not arrived, or came too late."""

    title = "Berkas belum sampai."


class UploadDiffers(Refusal):
    """What arrived is not what was announced."""

    status = 422
    title = "Berkas yang sampai berbeda."


def file_refused(fault: FileFault) -> FileRefused:
    """Return the refusal of a fault."""
    return FileRefused(_SENTENCES[fault], fault=fault.value)


def file_name(typed: str) -> str:
    """Return the name as it is kept and shown. Raises InvalidField for one that could mean or look like another.

    Signs that are not seen can turn ``fdp.exe`` into ``exe.pdf`` on a screen; slashes and leading dots mean places.
    """
    name = unicodedata.normalize("NFC", typed).strip()
    is_unseen = any(unicodedata.category(letter).startswith("C") for letter in name)
    if (
        not name
        or len(name) > LONGEST_NAME
        or name.startswith(".")
        or is_unseen
        or not set('/\\:*?"<>|').isdisjoint(name)
    ):
        raise InvalidField("/name", "Ganti nama berkasnya: pakai huruf, angka, spasi, dan tanda hubung saja.")
    return name


def file_kind(name: str) -> FileKind:
    """Return the kind that a name says. Raises InvalidField for one that the office doesn't take."""
    kind = ENDINGS.get(name.rpartition(".")[2].lower()) if "." in name else None
    if kind is None:
        raise InvalidField("/name", "Jenis berkas ini tidak diterima. Pilih PDF, JPEG, PNG, DOCX, XLSX, atau PPTX.")
    return kind


def table_kind(name: str) -> FileKind:
    """Return the kind of table that a name says. Raises InvalidField for what is none."""
    kind = TABLE_ENDINGS.get(name.rpartition(".")[2].lower()) if "." in name else None
    if kind is None:
        raise InvalidField("/name", "Jenis berkas ini tidak diterima. Pilih XLSX atau CSV.")
    return kind


def check_size(size: int, largest: int) -> None:
    """Refuse a file without content, and one longer than ``largest`` bytes."""
    if size <= 0:
        raise InvalidField("/size", "Berkas kosong. Pilih berkas yang berisi.")
    if size > largest:
        raise InvalidField("/size", f"Berkas terlalu besar. Paling besar {size_text(largest)}.")


def check_sha256(text: str) -> None:
    """Refuse what is no SHA-256 in lower-case hexadecimal digits."""
    if not _SHA256.fullmatch(text):
        raise InvalidField("/sha256", "Bentuknya tidak sesuai.")


def size_text(size: int) -> str:
    """Write a size in bytes as people read it: ``25 MB``, ``1,4 MB``."""
    for unit, word in _SIZE_UNITS:
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0").replace(".", ",") + f" {word}"
    return f"{size} bita"
