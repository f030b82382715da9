"""The glossary is complete and current: what is stored has its row, and every row is used."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from shared.manifest import collections

ROOT = Path(__file__).parents[2]
CODE = (("functions", "*.py"), ("functions", "*.csv"), ("shared", "*.py"), ("shared", "*.typ"), ("web/src", "*.ts*"))


class Row(NamedTuple):
    term: str
    identifier: str
    meaning: str
    legal_basis: str
    english: str


def rows() -> list[Row]:
    lines = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [Row(*found) for found in cells if found[0] != "Term"]


def identifiers() -> list[str]:
    return [name for row in rows() for name in re.findall(r"`([^`]+)`", row.identifier)]


def stored_words() -> set[str]:
    """Return the collections' names and the values of every enumeration that records are made of."""
    domains = [path.relative_to(ROOT).with_suffix("") for path in (ROOT / "functions").glob("*/domain/[!_]*.py")]
    modules = [".".join(path.parts) for path in domains]
    enumerations = {
        kind
        for name in (*modules, "shared.directory.model", "shared.rules.nip")
        for kind in vars(importlib.import_module(name)).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind.__module__ == name
    }
    return {stored.name for stored in collections()} | {member.value for kind in enumerations for member in kind}


def is_named(word: str, names: set[str]) -> bool:
    return not names.isdisjoint({word, word.removesuffix("s"), word.removesuffix("ies") + "y"})


def test_every_collection_and_every_stored_state_or_kind_has_its_row() -> None:
    names = set(identifiers())
    assert sorted(word for word in stored_words() if not is_named(word, names)) == []


def test_every_row_is_used_by_the_code() -> None:
    texts = [path.read_text(encoding="utf-8") for folder, files in CODE for path in (ROOT / folder).rglob(files)]
    code = "\n".join(texts).lower()
    assert [name for name in identifiers() if name.lower() not in code] == []


def test_one_word_stands_for_one_thing() -> None:
    assert [name for name, times in Counter(identifiers()).items() if times > 1] == []
    assert [term for term, times in Counter(row.term for row in rows()).items() if times > 1] == []


def test_no_cell_is_empty() -> None:
    assert [row.term for row in rows() if not all(row)] == []
