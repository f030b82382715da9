"""The page of the API: complete, and nothing on it but text."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import Any

import pytest

from shared.api_page import PAGE, STYLE, api_page
from shared.kernel import catalogue
from shared.kernel.catalogue import Declaration
from tests.architecture.document import document

PUBLIC = [it for it in catalogue.everything() if it.is_public]


def written(described: dict[str, Any]) -> str:
    return api_page(described)[PAGE][1].decode()


@cache
def page() -> str:
    return written(document())


def section_of(declared: Declaration) -> str:
    """Return what the page says of an operation, as it is read."""
    [section] = re.findall(rf'<article id="{declared.target}">(.*?)</article>', page())
    return " ".join(html.unescape(re.sub("<[^>]*>", " ", section)).split())


@pytest.mark.parametrize("declared", PUBLIC, ids=lambda it: it.target)
def test_an_operation_stands_on_the_page_with_its_address_and_its_refusals(declared: Declaration) -> None:
    section = section_of(declared)
    assert declared.summary in section
    assert f"{'POST' if declared.body else 'GET'} {declared.path} " in section
    for refusal in declared.refuses:
        assert f"{refusal.status} {refusal.slug()} {refusal.title}" in section


def test_it_says_who_may_call() -> None:
    who = {it.target: re.findall(r"Izin (.*?) (?:Isian|Jawaban) ", section_of(it))[0] for it in PUBLIC}
    assert who["portal_sign_in"] == "Siapa pun"
    assert who["portal_show_profile"] == "Siapa pun yang sudah masuk"
    assert who["eagenda_show_hall"] == "Layar aula, dengan token layarnya"
    assert who["eagenda_create_agenda"] == "agenda.organise"


def test_it_says_what_an_operation_takes_and_answers() -> None:
    declared = next(it for it in PUBLIC if it.target == "eagenda_create_agenda")
    section = section_of(declared)
    assert "title string (1–200 karakter) place" in section
    assert "opens_at string (date-time) atau null, boleh tidak diisi" in section
    assert "Jawaban AgendaCreated" in section


def test_every_link_leads_somewhere() -> None:
    targets = {f"#{name}" for name in re.findall(r' id="([^"]*)"', page())}
    links = set(re.findall(r' href="([^"]*)"', page()))
    assert links - targets == {STYLE, "/favicon.svg", "/api/openapi.json"}


def test_nothing_on_it_runs_or_styles_itself() -> None:
    assert re.findall(r"<script|<style| style=| on[a-z]+=|https?:", page()) == []


def test_what_is_described_is_text_and_no_markup() -> None:
    [path] = [it.path for it in PUBLIC if it.target == "portal_sign_in"]
    [(method, operation)] = document()["paths"][path].items()
    altered = {**operation, "summary": "<script>alert('&amp;')</script>"}
    altered_page = written({**document(), "paths": {**document()["paths"], path: {method: altered}}})
    assert "<script" not in altered_page
    assert "&lt;script&gt;alert('&amp;amp;')&lt;/script&gt;" in altered_page
