"""Organisations from the lists that come with a release."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from shared.directory.model import Organisation, OrganisationKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CALLED = {OrganisationKind.DESA: "Desa", OrganisationKind.KELURAHAN: "Kelurahan"}


def organisations_of(folder: Path) -> list[Organisation]:
    """Return the offices, and below each kecamatan its desa and kelurahan, found by the beginning of their code."""
    offices = [_office(row) for row in _rows(folder / "organisations.csv")]
    by_code = {it.code: it.id for it in offices if it.code}
    return [*offices, *(_village(row, by_code) for row in _rows(folder / "desa.csv"))]


def _office(row: dict[str, str]) -> Organisation:
    return Organisation(
        row["id"],
        OrganisationKind(row["kind"]),
        row["name"],
        row["short_name"],
        row["parent_id"] or None,
        row["address"],
        row["contact"],
        row["code"],
    )


def _village(row: dict[str, str], by_code: dict[str, str]) -> Organisation:
    kind, code = OrganisationKind(row["kind"]), row["code"]
    name = f"{_CALLED[kind]} {row['name']}"
    return Organisation(f"{kind}-{code}", kind, name, name, by_code[code.rpartition(".")[0]], code=code)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)
