"""How a rule says no: by name, in words for a person, with the way out."""

from __future__ import annotations

import re
from typing import Any, ClassVar

_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")


class Refusal(Exception):
    """A rule's no.

    A subclass is named after the reason (``CodeExpired``) and becomes the problem type
    ``/problems/code-expired`` (RFC 9457). ``title`` says what happened; ``detail`` says what to do now.
    ``facts`` are added to the problem for a program to read. ``keep`` are domain values that must survive
    although the change itself is undone: the kernel commits them in a transaction of their own.
    """

    status: ClassVar[int] = 409
    title: ClassVar[str] = "Permintaan ditolak."

    def __init__(self, detail: str, *, keep: tuple[Any, ...] = (), **facts: Any) -> None:  # noqa: ANN401 -- a refusal's own facts
        """Say no with the way out; raises nothing itself."""
        super().__init__(detail)
        self.detail = detail
        self.keep = keep
        self.facts = facts

    @classmethod
    def slug(cls) -> str:
        """Return the name in the problem type: ``CodeExpired`` → ``code-expired``."""
        return _WORD_START.sub("-", cls.__name__).lower()


class InvalidField(Refusal):
    """One field of a form is wrong in a way that only a rule can see; answered as 422 with its pointer."""

    status = 422
    title = "Isian belum benar."

    def __init__(self, pointer: str, detail: str) -> None:
        """Name the field by JSON Pointer (RFC 6901), such as ``/ends_at``."""
        super().__init__(detail, errors=[{"pointer": pointer, "detail": detail}])


class RecordMissing(Refusal):
    """There is no such record, or none that the caller may see: both answer alike."""

    status = 404
    title = "Tidak ditemukan."
