"""When a checked file may be brought in."""

from __future__ import annotations

from shared.refusals import Refusal


class CheckUnfinished(Refusal):
    """The file was not checked to its end."""

    title = "Berkas belum selesai diperiksa."


class RowsRefused(Refusal):
    """Some rows cannot be brought in, and nobody has said to leave them out."""

    title = "Ada baris yang ditolak."


class FilesForgotten(Refusal):
    """The file came so long ago that it has been deleted, or is about to be."""

    status = 410
    title = "Berkas ini sudah dihapus."


def require_files(*, is_kept: bool) -> None:
    """Refuse a file whose time is over."""
    if not is_kept:
        raise FilesForgotten("Masa simpannya sudah lewat. Unggah berkasnya sekali lagi.")


def require_applicable(*, is_checked: bool, refused: int, only_good: bool) -> None:
    """Refuse a file that was not checked, and one with refused rows unless the person leaves them out."""
    if not is_checked:
        raise CheckUnfinished("Tunggu pemeriksaannya selesai, atau unggah berkasnya lagi.")
    if refused and not only_good:
        raise RowsRefused(
            f"Perbaiki {refused} baris itu lalu unggah lagi, atau impor baris yang benar saja.", refused=refused
        )
