"""Values that every system shares: secrets that do not leak, identifiers that are masked by type."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from shared.rules.calendar import rfc3339
from shared.rules.telephone import as_dialled

if TYPE_CHECKING:
    from collections.abc import Callable

# The codec says with this context key that it writes to the record store; every other reader of a value
# (answers, events, journal, logs) gets masks, and no secret at all.
FOR_STORE = "for_store"

D = TypeVar("D", bound=date)

# A year outside is a slip of the keyboard, and cannot be shown in every zone.
_FIRST_YEAR = 1900
_LAST_YEAR = 2999


class Secret:
    """A text that must not be shown: a QR secret, a password hash, a key. Stored, never answered or logged.

    No dataclass: whatever writes out dataclasses field by field would write it out too.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self._text = text

    def __eq__(self, other: object) -> bool:
        """Compare the texts."""
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        """Hash the text."""
        return hash(self._text)

    def reveal(self) -> str:
        """Return the text; call it only where it is used."""
        return self._text

    def __repr__(self) -> str:
        """Never show the text, so that a log line or a traceback cannot."""
        return "Secret(•••)"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Tell pydantic (in its plain-dict schema) how to read a secret, and that only the store may write one."""
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": cls},
            "schema": handler(str),
            "serialization": {"type": "function-plain", "function": _store_only, "info_arg": True},
        }


def _store_only(secret: Secret, info: Any) -> str:  # noqa: ANN401 -- pydantic's, which is not imported here
    if not (info.context or {}).get(FOR_STORE):
        message = "a Secret may only be written to the record store"
        raise TypeError(message)
    return secret.reveal()


@dataclass(frozen=True, slots=True)
class Masked:
    """Marks a text whose middle is hidden in every answer: ``1986••••••••••1001``."""

    first: int
    last: int

    def mask(self, text: str) -> str:
        """Hide all but the first and last characters; a text too short for that is hidden whole."""
        hidden = len(text) - self.first - self.last
        if hidden <= 0:
            return "•" * len(text)
        return text[: self.first] + "•" * hidden + text[len(text) - self.last :]

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Tell pydantic (in its plain-dict schema) to mask everywhere but in the record store."""
        schema: dict[str, Any] = dict(handler(source))
        schema["serialization"] = {
            "type": "function-plain",
            "function": self._write,
            "info_arg": True,
            "return_schema": {"type": "str"},
        }
        return schema

    def _write(self, text: str, info: Any) -> str:  # noqa: ANN401 -- as above
        return text if (info.context or {}).get(FOR_STORE) else self.mask(text)


@dataclass(frozen=True, slots=True)
class Text:
    """Marks a text typed by a person: trimmed, and between the two lengths."""

    shortest: int
    longest: int

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Tell pydantic (in its plain-dict schema) the bounds; they reach the OpenAPI document too."""
        limits = {"strip_whitespace": True, "min_length": self.shortest, "max_length": self.longest}
        return {**handler(source), **limits}


@dataclass(frozen=True, slots=True)
class Bits:
    """Marks a whole number that a signed integer of so many bits can hold, as those of the record stores can."""

    width: int

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Tell pydantic (in its plain-dict schema) the bounds."""
        limit = 2 ** (self.width - 1)
        return {**handler(source), "ge": -limit, "lt": limit}


@dataclass(frozen=True, slots=True)
class Between:
    """Marks a whole number from one to another, both included."""

    least: int
    most: int

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Tell pydantic (in its plain-dict schema) the bounds."""
        return {**handler(source), "ge": self.least, "le": self.most}


@dataclass(frozen=True, slots=True)
class Degrees:
    """Marks degrees on the globe (WGS 84), from the negative bound to the positive one."""

    most: int
    otherwise: str

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Tell pydantic (in its plain-dict schema) to refuse what lies nowhere, and to keep six digits (0.1 m)."""
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": self._on_the_globe},
            "schema": dict(handler(source)),
        }

    def _on_the_globe(self, degrees: float) -> float:
        if not -self.most <= degrees <= self.most:  # what is no number isn't either
            raise ValueError(self.otherwise)
        return round(degrees, 6)


@dataclass(frozen=True, slots=True)
class InUtc:
    """Marks an instant: a zone is required, it is kept in UTC and written with a fixed width, so that it sorts."""

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Tell pydantic (in its plain-dict schema) to read any zone and to write RFC 3339 in UTC."""
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": _to_utc},
            "schema": {**handler(source), "tz_constraint": "aware"},
            "serialization": {
                "type": "function-plain",
                "function": rfc3339,
                "when_used": "json",
                "return_schema": {"type": "str"},
            },
        }

    def __get_pydantic_json_schema__(self, _schema: object, _handler: object) -> dict[str, str]:
        """Tell readers of the document that an answer's text is an instant too."""
        return {"type": "string", "format": "date-time"}


@dataclass(frozen=True, slots=True)
class OfThisAge:
    """Marks a day that a calendar of ours can show."""

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Tell pydantic (in its plain-dict schema) the bounds."""
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": _of_this_age},
            "schema": dict(handler(source)),
        }


@dataclass(frozen=True, slots=True)
class AsDialled:
    """Marks a telephone number, however a person wrote it."""

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Tell pydantic (in its plain-dict schema) to read it as it is dialled."""
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": as_dialled},
            "schema": dict(handler(source)),
        }


def _to_utc(instant: datetime) -> datetime:
    return _of_this_age(instant).astimezone(UTC)


def _of_this_age(day: D) -> D:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(f"Tahunnya harus antara {_FIRST_YEAR} dan {_LAST_YEAR}.")
    return day


Day = Annotated[date, OfThisAge()]
Instant = Annotated[datetime, InUtc()]
Int64 = Annotated[int, Bits(64)]
Line = Annotated[str, Text(1, 200)]
Paragraph = Annotated[str, Text(0, 4000)]
Link = Annotated[str, Text(0, 500)]

# In Mojokerto the one is about -7,5 and the other about 112,5, so that the first bound finds most that are swapped.
Latitude = Annotated[
    float,
    Degrees(90, "Lintang antara -90 dan 90, di sini sekitar -7,5. Bila tertukar: lintang dulu, lalu bujur."),
]
Longitude = Annotated[float, Degrees(180, "Bujur antara -180 dan 180, di sini sekitar 112,5.")]

# Nomor Induk Pegawai, 18 digits (Perka BKN 22/2007); its digits tell the birth date, so it is masked by type.
NIP_MASK = Masked(first=4, last=4)
Nip = Annotated[str, NIP_MASK]

# Nomor Induk Kependudukan, 16 digits (PP 37/2007 art. 37); tells where and when somebody was born.
Nik = Annotated[str, Masked(first=4, last=4)]

# A telephone number as +62…, masked so that whoever knows it recognises it.
TELEPHONE_MASK = Masked(first=4, last=3)
Telephone = Annotated[str, AsDialled(), TELEPHONE_MASK]


def fingerprint(*parts: str) -> str:
    """Return a deterministic, unguessable-to-read key for parts that must not stand in a key themselves."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
