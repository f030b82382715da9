"""The API for people: the OpenAPI document as one plain page, readable without scripts and searched by the browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from xml.etree import ElementTree as ET

from shared.permissions import HALL_DISPLAY, KIOSK, SIGNED_IN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Json: TypeAlias = "Mapping[str, Any]"
Node: TypeAlias = "ET.Element | str"

PAGE = "/api/docs"
STYLE = "/api/docs.css"

_STYLE_FILE = Path(__file__).with_name("api_page.css")
_WHO = {
    SIGNED_IN.value: "Siapa pun yang sudah masuk",
    HALL_DISPLAY.value: "Layar aula, dengan token layarnya",
    KIOSK.value: "Kios satu agenda, dengan token kiosnya",
}


def api_page(document: Json) -> dict[str, tuple[str, bytes]]:
    """Return path → media type and content of the page and its style."""
    page = "<!doctype html>" + ET.tostring(_page(document), encoding="unicode", method="html")
    return {
        PAGE: ("text/html; charset=utf-8", page.encode()),
        STYLE: ("text/css; charset=utf-8", _STYLE_FILE.read_bytes()),
    }


def _page(document: Json) -> ET.Element:
    schemas = document["components"]["schemas"]
    operations = [
        (path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    links = [_element("li", _link(operation["operationId"])) for _, _, operation in operations]
    systems = [
        _system(tag, [_operation(*one, schemas) for one in operations if tag["name"] in one[2]["tags"]])
        for tag in document["tags"]
    ]
    return _element(
        "html",
        _element(
            "head",
            _element("meta", charset="utf-8"),
            _element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            _element("title", "API Trowulan"),
            _element("link", rel="icon", href="/favicon.svg", type="image/svg+xml"),
            _element("link", rel="stylesheet", href=STYLE),
        ),
        _element(
            "body",
            _element("header", _element("h1", "API Trowulan"), *_introduction()),
            _element("nav", _element("h2", "Operasi"), _element("ul", *links)),
            _element("main", *systems, _kernels_problems(document["components"]["responses"]), _schemas(schemas)),
        ),
        lang="id",
    )


def _introduction() -> Iterator[ET.Element]:
    yield _element(
        "p",
        "Setiap operasi adalah satu fungsi dengan satu alamat: perintah dipanggil dengan POST dan isian JSON, "
        "pertanyaan umumnya dengan GET. Cari di halaman ini dengan Ctrl+F.",
    )
    yield _element(
        "p",
        "Masuk lewat ",
        _link("portal_sign_in"),
        ", lalu kirim ",
        _code("access_token"),
        " yang dijawab sebagai ",
        _code("Authorization: Bearer …"),
        ". Beri setiap perintah ",
        _code("Idempotency-Key"),
        " sendiri: perintah yang dikirim ulang dengan kunci yang sama tidak terjadi dua kali. Pemegang "
        "beberapa jabatan bertindak sebagai jabatan yang disebut ",
        _code("Trowulan-Position"),
        ", atau jabatan pertamanya bila tidak disebut.",
    )
    yield _element(
        "p",
        "Penolakan dijawab sebagai ",
        _code("application/problem+json"),
        " (RFC 9457). Untuk program, unduh ",
        _element("a", "dokumen OpenAPI 3.1", href="/api/openapi.json"),
        ".",
    )


def _system(tag: Json, operations: list[ET.Element]) -> ET.Element:
    name, _, purpose = tag["description"].partition(": ")
    return _element("section", _element("h2", name), _english(purpose), *operations)


def _operation(path: str, method: str, operation: Json, schemas: Json) -> ET.Element:
    name = operation["operationId"]
    return _element(
        "article",
        _heading(name),
        _english(operation["summary"]),
        _element("p", _code(f"{method.upper()} {path}")),
        _element(
            "dl",
            *_part("Izin", _permission(operation)),
            *_part("Isian", *_payload(operation, schemas)),
            *_part("Jawaban", *_content(operation["responses"]["200"])),
            *_part("Penolakan", *_refusals(operation["responses"])),
        ),
        id=name,
    )


def _permission(operation: Json) -> Node:
    for way in operation.get("security", ()):
        [needed] = way["bearer"]
        return _WHO.get(needed) or _code(needed)
    return "Siapa pun"


def _payload(operation: Json, schemas: Json) -> Iterator[ET.Element]:
    in_the_address = [it for it in operation.get("parameters", ()) if it["in"] == "query"]
    if in_the_address:
        required = [it["name"] for it in in_the_address if it["required"]]
        yield _fields({it["name"]: it["schema"] for it in in_the_address}, required)
    if "requestBody" in operation:
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        if schema is not None:  # else it takes nothing
            yield _record(schemas[_name(schema)])


def _content(answer: Json) -> Iterator[Node]:
    [(media_type, content)] = answer["content"].items()
    if media_type == "application/json":
        yield from _type(content["schema"])
    else:
        yield _code(media_type)


def _refusals(responses: Json) -> Iterator[ET.Element]:
    for status, response in responses.items():
        if status.startswith("4"):
            yield from _problems(response, status)


def _problems(response: Json, status: str = "") -> Iterator[ET.Element]:
    [content] = response["content"].values()
    for slug, problem in content["examples"].items():
        yield _element("p", _code(f"{status} {slug}".strip()), f" {problem['summary']}")


def _kernels_problems(responses: Json) -> ET.Element:
    problems = (problem for response in responses.values() for problem in _problems(response))
    return _element("section", _element("h2", "Penolakan di semua operasi"), *problems)


def _schemas(schemas: Json) -> ET.Element:
    described = (
        _element("article", _heading(name), _english(schema["description"]), _record(schema), id=name)
        for name, schema in sorted(schemas.items())
    )
    return _element("section", _element("h2", "Bentuk data"), *described)


def _record(schema: Json) -> ET.Element:
    if "properties" not in schema:
        return _element("p", *_type(schema))
    return _fields(schema["properties"], schema.get("required", ()))


def _fields(fields: Json, required: Sequence[str]) -> ET.Element:
    return _element(
        "ul",
        *(
            _element("li", _code(name), " ", *_type(schema), "" if name in required else ", boleh tidak diisi")
            for name, schema in fields.items()
        ),
    )


def _type(schema: Json) -> Iterator[Node]:
    """Say what a value is: ``string (date-time) atau null``; what has a name is linked."""
    if "anyOf" in schema:
        for number, choice in enumerate(schema["anyOf"]):
            yield " atau " if number else ""
            yield from _type(choice)
    elif "$ref" in schema:
        yield _link(_name(schema))
    elif "enum" in schema:
        yield " atau ".join(f"“{word}”" for word in schema["enum"])
    elif schema["type"] == "array":
        yield "daftar "
        yield from _type(schema["items"])
    else:
        limits = (schema.get("format"), _length(schema))
        yield " ".join([schema["type"], *(f"({limit})" for limit in limits if limit)])


def _length(schema: Json) -> str:
    if "maxLength" not in schema:
        return ""
    return f"{schema.get('minLength', 0)}–{schema['maxLength']} karakter"


def _name(reference: Json) -> str:
    name: str = reference["$ref"].rpartition("/")[2]
    return name


def _part(term: str, *content: Node) -> Iterator[ET.Element]:
    if content:
        yield _element("dt", term)
        yield _element("dd", *content)


def _heading(name: str) -> ET.Element:
    return _element("h3", _link(name))


def _link(name: str) -> ET.Element:
    return _element("a", name, href=f"#{name}")


def _code(text: str) -> ET.Element:
    return _element("code", text)


def _english(text: str) -> ET.Element:
    """Return a sentence out of the code, where words between double backticks are code's own."""
    parts = (_code(part) if number % 2 else part for number, part in enumerate(text.split("``")))
    return _element("p", *parts, lang="en")


def _element(tag: str, *children: Node, **attributes: str) -> ET.Element:
    """Make an element; the standard library escapes every text and attribute when it writes them."""
    made = ET.Element(tag, attributes)
    for child in children:
        if isinstance(child, ET.Element):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + child
        else:
            made.text = (made.text or "") + child
    return made
