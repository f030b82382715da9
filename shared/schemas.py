"""The schema of a type for pydantic-core, the validator inside pydantic, written without loading pydantic.

A function pays pydantic's import and its schema generator at each cold start (24 of about 80 ms), and uses a corner of
them: dataclasses of plain types. This writes what pydantic would write for that corner, which a test compares for
every type of the catalogue, and refuses all else. See docs/decisions/0012.
"""

from __future__ import annotations

import dataclasses
import types
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

Schema: TypeAlias = dict[str, Any]

_PLAIN: dict[Any, Schema] = {
    Any: {"type": "any"},
    bool: {"type": "bool"},
    date: {"type": "date"},
    datetime: {"type": "datetime", "microseconds_precision": "truncate"},
    float: {"type": "float"},
    int: {"type": "int"},
    str: {"type": "str"},
    types.NoneType: {"type": "none"},
}


def schema_of(kind: Any) -> Schema:
    """Return the schema of a type. Raises TypeError for a type that no record, input, answer or event has had yet."""
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if hasattr(kind, "__get_pydantic_core_schema__"):
        schema: Schema = kind.__get_pydantic_core_schema__(kind, schema_of)
        return schema
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"type": "enum", "cls": kind, "members": list[Enum](kind), "sub_type": "str"}
    return _compound(kind, get_origin(kind), get_args(kind))


def _compound(kind: Any, origin: Any, parts: tuple[Any, ...]) -> Schema:
    if hasattr(origin, "__get_pydantic_core_schema__"):  # a generic class, such as Disclosed[Nip]
        written: Schema = origin.__get_pydantic_core_schema__(kind, schema_of)
        return written
    if origin is Literal:
        return {"type": "literal", "expected": list(parts)}
    if origin is Annotated:
        return _marked(parts[0], parts[1:])
    if origin in (Union, types.UnionType):
        return _union([part for part in parts if part is not types.NoneType], nullable=types.NoneType in parts)
    if origin is tuple and parts[1:] == (...,):
        return {"type": "tuple", "items_schema": [schema_of(parts[0])], "variadic_item_index": 0}
    if origin is dict:
        return {"type": "dict", "keys_schema": schema_of(parts[0]), "values_schema": schema_of(parts[1])}
    raise TypeError(f"{kind!r} has no schema: teach shared/schemas.py what pydantic makes of it")


def _marked(kind: Any, markers: tuple[Any, ...]) -> Schema:
    """Return the schema of a type as its markers (the last one outermost) change it."""
    if not markers:
        return schema_of(kind)
    schema: Schema = markers[-1].__get_pydantic_core_schema__(kind, lambda inner: _marked(inner, markers[:-1]))
    return schema


def _union(kinds: list[Any], *, nullable: bool) -> Schema:
    schemas = [schema_of(kind) for kind in kinds]
    schema = schemas[0] if len(schemas) == 1 else {"type": "union", "choices": schemas}
    return {"type": "nullable", "schema": schema} if nullable else schema


def _dataclass(kind: Any) -> Schema:
    hints = get_type_hints(kind, include_extras=True)
    fields = [field for field in dataclasses.fields(kind) if field.init]
    return {
        "type": "dataclass",
        "cls": kind,
        "fields": [field.name for field in fields],
        "slots": "__slots__" in vars(kind),
        "post_init": hasattr(kind, "__post_init__"),
        "schema": {
            "type": "dataclass-args",
            "dataclass_name": kind.__name__,
            "fields": [_field(field, schema_of(hints[field.name])) for field in fields],
            "collect_init_only": hasattr(kind, "__post_init__"),
        },
    }


def _field(field: dataclasses.Field[Any], schema: Schema) -> Schema:
    if field.default is not dataclasses.MISSING:
        schema = {"type": "default", "schema": schema, "default": field.default}
    elif field.default_factory is not dataclasses.MISSING:
        schema = {
            "type": "default",
            "schema": schema,
            "default_factory": field.default_factory,
            "default_factory_takes_data": False,
        }
    return {"type": "dataclass-field", "name": field.name, "schema": schema, "kw_only": field.kw_only}
