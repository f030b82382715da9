"""What is generated from the catalogue: the functions for machines and people, OpenAPI, Firestore's indexes.

``python -m shared.manifest`` writes ``infra/generated``; ``--check`` fails when what stands there is not current.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import json
import re
import sys
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import TypeAdapter

from shared.answers import File, Page
from shared.kernel import catalogue, problems
from shared.kernel.catalogue import Kind
from shared.kernel.collections import TypedCollection
from shared.permissions import Openness
from shared.ports.identity import AS_POSITION, PositionNotHeld
from shared.rules.search_words import PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from shared.kernel.catalogue import Declaration
    from shared.ports.records import Collection, Shape

T = TypeVar("T")

GENERATED = catalogue.ROOT / "infra" / "generated"
_DECLARES_ONE = re.compile(r"^[A-Z_]+ = TypedCollection\(", re.MULTILINE)
_COMPONENTS = "#/components/schemas/{model}"


def functions() -> list[dict[str, Any]]:
    """Return one row for each deployed function, as the infrastructure reads it."""
    return [
        {
            "target": declaration.target,
            "kind": declaration.kind.value,
            "path": declaration.path if declaration.is_public else None,
            "page": declaration.page or None,
            "permission": declaration.permission.value if declaration.is_public else None,
            "public": declaration.is_public,
            "events": sorted(event.event_name() for event in declaration.events),
            "cron": declaration.cron or None,
            "time_zone": "Asia/Jakarta" if declaration.cron else None,
            "summary": declaration.summary,
        }
        for declaration in catalogue.everything()
    ]


def page() -> str:
    """Return the same list for people, in Markdown."""
    declarations = list(catalogue.everything())
    public = [it for it in declarations if it.is_public]
    inner = [it for it in declarations if not it.is_public]
    return "\n".join(
        [
            "# What is deployed",
            "",
            "Written by `make manifest` out of the code. Each line is one function, and a service of its own in the",
            "cloud; `functions.json` says the same to machines. [The cloud's shape](../../docs/cloud.md) explains it.",
            "",
            f"## What the public can reach: {len(public)}",
            "",
            *_table("call", ((f"`{_method(it)} {it.path}`", it) for it in public)),
            "",
            f"## What events and the clock call, without a public door: {len(inner)}",
            "",
            *_table("called by", ((_occasion(it), it) for it in inner)),
            "",
        ]
    )


def _table(heading: str, rows: Iterable[tuple[str, Declaration]]) -> Iterator[str]:
    yield f"| function | kind | {heading} | what it does |"
    yield "|---|---|---|---|"
    for occasion, it in rows:
        yield f"| `{it.target}` | {it.kind} | {occasion} | {it.summary} |"


def _occasion(declaration: Declaration) -> str:
    """Return what calls an inner function."""
    events = sorted(f"`{event.event_name()}`" for event in declaration.events)
    return ", ".join(events) if events else f"`{declaration.cron}` in Asia/Jakarta"


def openapi() -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of everything that the public can reach."""
    declarations = [it for it in catalogue.everything() if it.is_public]
    asked: list[tuple[str, Literal["validation", "serialization"], TypeAdapter[Any]]] = []
    for it in declarations:
        if it.payload:
            asked.append((it.target, "validation", TypeAdapter(it.payload)))
        if not issubclass(it.answer, (File, Page)):
            asked.append((it.target, "serialization", TypeAdapter(it.answer)))
    schemas, components = TypeAdapter.json_schemas(asked, ref_template=_COMPONENTS)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Trowulan",
            "version": "1",
            "description": "The digital government of Kabupaten Mojokerto. Each operation is one function.",
        },
        "tags": [
            {"name": system, "description": _purpose(system)} for system in _distinct(it.system for it in declarations)
        ],
        "paths": {it.path: {_method(it).lower(): _operation(it, schemas)} for it in declarations},
        "components": {
            "schemas": {**components.get("$defs", {}), "Problem": _PROBLEM},
            "responses": {"KernelsProblem": _problem_answer("A problem of the kernel", _KERNELS_PROBLEMS)},
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def indexes() -> dict[str, Any]:
    """Return Firestore's composite indexes: one for each declared list that more than its order needs."""
    return {
        "indexes": [
            {"collectionGroup": stored.name, "queryScope": "COLLECTION", "fields": fields}
            for stored in collections()
            for fields in _distinct(_fields(shape) for shape in stored.shapes)
        ],
        "fieldOverrides": [],
    }


def collections() -> list[Collection]:
    """Return the store's view of every collection that the code declares, in order of name."""
    return sorted({declared.stored for declared in typed_collections()}, key=lambda stored: stored.name)


def schemas() -> dict[str, int]:
    """Return the schema in which the code stores the records of each collection."""
    return {declared.name: declared.schema for declared in typed_collections()}


def typed_collections() -> list[TypedCollection[Any]]:
    """Return every collection that the code declares."""
    modules = [
        ".".join(path.relative_to(catalogue.ROOT).with_suffix("").parts)
        for folder in ("functions", "shared")
        for path in sorted((catalogue.ROOT / folder).rglob("*.py"))
        if _DECLARES_ONE.search(path.read_text(encoding="utf-8"))
    ]
    return [
        value
        for module in modules
        for value in vars(importlib.import_module(module)).values()
        if isinstance(value, TypedCollection)
    ]


def _fields(shape: Shape) -> list[dict[str, str]]:
    direction = "DESCENDING" if shape.descending else "ASCENDING"
    fields = [{"fieldPath": path, "order": "ASCENDING"} for path in shape.equal]
    if shape.contains_any:
        held = PAIRS if shape.words else shape.contains_any
        fields.append({"fieldPath": held, "arrayConfig": "CONTAINS"})
    if shape.order:
        fields.append({"fieldPath": shape.order, "order": direction})
    # Firestore indexes single fields by itself, and adds the key to every composite index.
    return fields if len(fields) > 1 else []


def _distinct(found: Iterator[T]) -> list[T]:
    return list({json.dumps(one): one for one in found if one}.values())


def _purpose(system: str) -> str:
    """Return the first line of a system's own description."""
    return (inspect.getdoc(importlib.import_module(f"functions.{system}")) or "").split("\n")[0]


def _method(declaration: Declaration) -> str:
    return "POST" if declaration.body else "GET"


def _operation(declaration: Declaration, schemas: dict[Any, Any]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": declaration.target,
        "summary": declaration.summary,
        "tags": [declaration.system],
        "responses": {"200": _answer(declaration, schemas), **_refusals(declaration)},
    }
    payload = schemas.get((declaration.target, "validation"))
    if declaration.body:
        described["requestBody"] = {"required": True, "content": {"application/json": {"schema": payload}}}
    elif declaration.payload:
        described["parameters"] = list(_parameters(declaration.payload))
    if declaration.kind is Kind.OPERATION:
        described.setdefault("parameters", []).append(_IDEMPOTENCY_KEY)
    if declaration.permission is not Openness.PUBLIC:
        if declaration.permission not in {Openness.HALL_DISPLAY, Openness.KIOSK}:
            described.setdefault("parameters", []).append(_AS_POSITION)
        described["security"] = [{"bearer": [declaration.permission.value]}]  # OpenAPI 3.1: the role that it takes
    return described


def _answer(declaration: Declaration, schemas: dict[Any, Any]) -> dict[str, Any]:
    if issubclass(declaration.answer, Page):
        content = {declaration.answer.media_type: {"schema": {"type": "string"}}}
    elif issubclass(declaration.answer, File):
        content = {declaration.answer.media_type: {"schema": {"type": "string", "format": "binary"}}}
    else:
        content = {"application/json": {"schema": schemas[declaration.target, "serialization"]}}
    return {"description": "Done", "content": content}


def _parameters(payload: type[Any]) -> Iterator[dict[str, Any]]:
    schema = TypeAdapter(payload).json_schema()
    for name, field in schema["properties"].items():
        inline = _inline(field, schema.get("$defs", {}))
        default = {"default": field["default"]} if field.get("default") is not None else {}
        yield {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", []),
            "schema": {**inline, **default},
        }


def _inline(field: dict[str, Any], kinds: dict[str, Any]) -> dict[str, Any]:
    """Return a parameter's schema without references: of an enumeration, and of one that may be left out."""
    resolved = kinds[field["$ref"].rpartition("/")[2]] if "$ref" in field else field
    inline = {key: value for key, value in resolved.items() if key not in {"title", "description"}}
    if "anyOf" in inline:
        inline["anyOf"] = [_inline(choice, kinds) for choice in inline["anyOf"]]
    return inline


def _refusals(declaration: Declaration) -> dict[str, Any]:
    """Return the operation's own refusals by status, and the kernel's as the default answer."""
    by_status: dict[int, dict[str, str]] = {}
    for refusal in sorted(declaration.refuses, key=lambda refusal: (refusal.status, refusal.slug())):
        by_status.setdefault(refusal.status, {})[refusal.slug()] = refusal.title
    named = {str(status): _problem_answer(", ".join(titles), titles) for status, titles in by_status.items()}
    return {**named, "default": {"$ref": "#/components/responses/KernelsProblem"}}


def _problem_answer(description: str, titles: Mapping[str, str]) -> dict[str, Any]:
    """Describe a problem answer; its examples are the problems by name, each with what it says to a person."""
    schema = {"$ref": _COMPONENTS.format(model="Problem")}
    examples = {slug: {"summary": title} for slug, title in titles.items()}
    return {"description": description, "content": {problems.CONTENT_TYPE: {"schema": schema, "examples": examples}}}


_KERNELS_PROBLEMS = {
    problem.slug: problem.title
    for problem in (
        problems.MALFORMED,
        problems.NOT_SIGNED_IN,
        problems.NOT_PERMITTED,
        problems.wrong_method("POST"),
        problems.TOO_LARGE,
        problems.UNSUPPORTED,
        problems.invalid([]),
        problems.too_many(1),
        problems.BUSY,
        problems.internal(""),
    )
} | {refusal.slug(): refusal.title for refusal in (problems.KeyReused, PositionNotHeld)}


_IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key repeats the same act harmlessly.",
    "schema": {"type": "string"},
}

_AS_POSITION = {
    "name": AS_POSITION,
    "in": "header",
    "required": False,
    "description": "The id of the position that the caller acts as; without it, the first that they hold.",
    "schema": {"type": "string"},
}

_PROBLEM = {
    "type": "object",
    "description": "RFC 9457; further members are the refusal's facts.",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "detail"],
                "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
    "additionalProperties": True,
}


def generated() -> dict[str, str]:
    """Return the generated files' texts by name."""
    import yaml  # noqa: PLC0415 -- a tool of development; the server never writes YAML

    class Plain(yaml.SafeDumper):
        """Writes repeated parts out: people read this file."""

        def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 -- the library's form
            return True

    document = yaml.dump(openapi(), Dumper=Plain, sort_keys=False, allow_unicode=True, width=120)
    return {
        "README.md": page(),
        "functions.json": json.dumps(functions(), indent=2, ensure_ascii=False) + "\n",
        "openapi.yaml": document,
        "firestore.indexes.json": json.dumps(indexes(), indent=2) + "\n",
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the generated files, or check that they are current; return the exit code."""
    parser = argparse.ArgumentParser(description="Write infra/generated from the catalogue.")
    parser.add_argument("--check", action="store_true", help="fail when a file is not current; write nothing")
    check = parser.parse_args(arguments).check
    stale = []
    for name, text in generated().items():
        path = GENERATED / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if check and stale:
        print(f"infra/generated is stale ({', '.join(stale)}): run `make manifest`.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
