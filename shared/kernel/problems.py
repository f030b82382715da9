"""Every no on the wire: RFC 9457 problems, in Indonesian, with the way out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from shared.refusals import Refusal

CONTENT_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal as it is answered."""

    slug: str
    status: int
    title: str
    detail: str
    facts: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def body(self, instance: str) -> dict[str, Any]:
        """Return the members of the problem document; ``instance`` is the request's id."""
        return {
            **self.facts,
            "type": f"/problems/{self.slug}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "instance": instance,
        }


def of_refusal(refusal: Refusal, facts: dict[str, Any]) -> Problem:
    """Return the problem of a refusal, its facts already encoded."""
    return Problem(refusal.slug(), refusal.status, refusal.title, refusal.detail, facts)


class Stale(Refusal):
    """The record was changed after the caller saw it."""

    status: ClassVar[int] = 409
    title: ClassVar[str] = "Sudah diubah orang lain."


class KeyReused(Refusal):
    """The idempotency key came with another body before."""

    status: ClassVar[int] = 422
    title: ClassVar[str] = "Kunci pengulangan sudah dipakai untuk isian lain."


# What the kernel itself refuses, before or instead of an operation.
MALFORMED = Problem("malformed", 400, "Isian tidak terbaca.", "Kirim isi permintaan sebagai JSON yang benar.")
NOT_SIGNED_IN = Problem(
    "not-signed-in", 401, "Anda belum masuk.", "Masuk dulu, lalu ulangi.", headers={"WWW-Authenticate": "Bearer"}
)
NOT_PERMITTED = Problem(
    "not-permitted",
    403,
    "Jabatan Anda tidak memiliki hak untuk ini.",
    "Minta hak kepada pengelola kepegawaian OPD Anda.",
)
UNKNOWN_FUNCTION = Problem(
    "unknown-function", 404, "Alamat tidak dikenal.", "Periksa alamatnya, atau mulai dari beranda."
)
TOO_LARGE = Problem("too-large", 413, "Isian terlalu besar.", "Kirim paling banyak 64 kB.")
UNSUPPORTED = Problem("unsupported-media-type", 415, "Jenis isian tidak dikenal.", "Kirim sebagai application/json.")


def wrong_method(allowed: str) -> Problem:
    """Return the 405 that names the method to use."""
    return Problem(
        "wrong-method", 405, "Cara memanggil tidak sesuai.", f"Gunakan {allowed}.", headers={"Allow": allowed}
    )


def invalid(errors: list[dict[str, str]]) -> Problem:
    """Return the 422 with a pointer for every fault."""
    detail = "Perbaiki isian yang ditandai, lalu kirim lagi."
    return Problem("invalid", 422, "Isian belum benar.", detail, {"errors": errors})


def too_many(seconds: int) -> Problem:
    """Return the 429 that says when to try again."""
    detail = f"Tunggu {seconds} detik, lalu coba lagi."
    return Problem("too-many-requests", 429, "Terlalu sering mencoba.", detail, headers={"Retry-After": str(seconds)})


BUSY = Problem(
    "busy",
    503,
    "Server sedang sibuk.",
    "Isian Anda aman; coba lagi dalam beberapa detik.",
    headers={"Retry-After": "2"},
)


def internal(trace: str) -> Problem:
    """Return the 500: a code to tell the administrator, and nothing of the inside."""
    return Problem("internal", 500, "Server mengalami gangguan.", f"Coba lagi; bila berulang, sebutkan kode {trace}.")
