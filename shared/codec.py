"""Dataclasses in and out of JSON: strict, all errors at once, masked for answers, whole for the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from shared.parts import parts_of
from shared.schemas import schema_of
from shared.values import FOR_STORE

with parts_of("pydantic_core"):  # without the helpers for writing schemas, which a caller would wait 8 ms for
    from pydantic_core._pydantic_core import SchemaSerializer, SchemaValidator, ValidationError, to_jsonable_python

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")

_READERS: dict[Any, SchemaValidator] = {}
_WRITERS: dict[Any, SchemaSerializer] = {}

_SENTENCES = {
    "missing": "Wajib diisi.",
    "extra_forbidden": "Isian ini tidak dikenal.",
    "unexpected_keyword_argument": "Isian ini tidak dikenal.",
    "string_type": "Harus berupa teks.",
    "string_too_short": "Wajib diisi.",
    "string_too_long": "Paling banyak {max_length} huruf.",
    "string_pattern_mismatch": "Bentuknya tidak sesuai.",
    "int_type": "Harus berupa bilangan bulat.",
    "int_parsing": "Harus berupa bilangan bulat.",
    "greater_than_equal": "Paling sedikit {ge}.",
    "less_than_equal": "Paling banyak {le}.",
    "bool_type": "Harus ya atau tidak.",
    "enum": "Pilih salah satu: {expected}.",
    "literal_error": "Pilih salah satu: {expected}.",
    "tuple_type": "Harus berupa daftar.",
    "too_long": "Paling banyak {max_length} butir.",
    "dataclass_type": "Harus berupa isian formulir (objek JSON).",
}


class Malformed(Exception):
    """The text is not JSON at all."""


class Invalid(Exception):
    """The JSON does not fit; ``errors`` holds one pointer and sentence for each fault."""

    def __init__(self, errors: list[dict[str, str]]) -> None:
        """Keep the faults as they are answered."""
        super().__init__(errors)
        self.errors = errors


def decode_json(kind: type[T], body: bytes) -> T:
    """Read a request body. Raises Malformed or Invalid."""
    try:
        return cast("T", _reader(kind).validate_json(body, strict=True, extra="forbid"))
    except ValidationError as error:
        raise _explained(error) from None


def decode_strings(kind: type[T], fields: Mapping[str, str]) -> T:
    """Read query parameters. Raises Invalid."""
    try:
        return cast(
            "T", _reader(kind).validate_strings(cast("dict[str, Any]", dict(fields)), strict=True, extra="forbid")
        )
    except ValidationError as error:
        raise _explained(error) from None


def decode_stored(kind: type[T], value: Any) -> T:
    """Read what `encode_stored` wrote; a field that the code no longer knows is passed over."""
    return cast("T", _reader(kind).validate_python(value))


def encode_stored(kind: type[T], value: T) -> Any:
    """Write a domain value whole, secrets included, for the record store alone."""
    return _writer(kind).to_python(value, mode="json", context={FOR_STORE: True})


def encode_answer(kind: type[T], value: T) -> Any:
    """Write a value for everybody else: masked by type; a Secret raises TypeError."""
    return _writer(kind).to_python(value, mode="json")


def encode_answer_json(kind: type[T], value: T) -> bytes:
    """Write a value as `encode_answer` does, as JSON text."""
    return _writer(kind).to_json(value)


def encode_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Write what a refusal tells beside its sentence, each value by its own type."""
    return cast("dict[str, Any]", to_jsonable_python(dict(facts)))


def _reader(kind: type[Any]) -> SchemaValidator:
    known = _READERS.get(kind)
    if known is None:
        known = _READERS[kind] = SchemaValidator(schema_of(kind))
    return known


def _writer(kind: type[Any]) -> SchemaSerializer:
    known = _WRITERS.get(kind)
    if known is None:
        known = _WRITERS[kind] = SchemaSerializer(schema_of(kind))
    return known


def _explained(error: ValidationError) -> Malformed | Invalid:
    faults = error.errors(include_url=False, include_input=False)
    if any(fault["type"] == "json_invalid" for fault in faults):
        return Malformed()
    return Invalid([{"pointer": _pointer(fault["loc"]), "detail": _sentence(cast("Any", fault))} for fault in faults])


def _pointer(path: tuple[int | str, ...]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def _sentence(fault: dict[str, Any]) -> str:
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"])
    if fault["type"].startswith(("datetime", "timezone", "date_")):
        return "Tulis waktu lengkap dengan zonanya, misalnya 2026-11-24T08:30:00+07:00."
    return _SENTENCES.get(fault["type"], "Nilainya tidak sesuai.").format(**fault.get("ctx", {}))
