"""The press: values stay data, templates stay in their folder, limits hold, and any text prints."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.letters import press as press_module
from shared.letters.press import Json, PaperFailed, press, printable

Pages = Callable[[bytes], list[str]]
Print = Callable[..., bytes]

DATED = datetime(2026, 11, 24, 3, 7, tzinfo=UTC)
TEMPLATES = Path(press_module.__file__).parent / "templates"
HEAD = """
#let values = json(bytes(sys.inputs.values))
#set document(title: "Coba")
#set text(font: "Arimo", lang: "id")
"""


@pytest.fixture
def print_source(tmp_path: Path) -> Print:
    def print_it(source: str, values: dict[str, Json] | None = None, *, seconds: float = 10.0) -> bytes:
        (tmp_path / "coba.typ").write_text(HEAD + source, encoding="utf-8")
        return press("coba", values or {}, dated=DATED, seconds=seconds, templates=tmp_path)

    return print_it


def test_the_same_order_gives_the_same_bytes(print_source: Print) -> None:
    source = "#values.name, #datetime.today().display()"

    assert print_source(source, {"name": "Siti"}) == print_source(source, {"name": "Siti"})


def test_a_template_knows_no_date_but_the_one_it_is_told(print_source: Print, pages: Pages) -> None:
    assert pages(print_source("#datetime.today().display()")) == ["2026-11-24"]


def test_values_are_never_run(print_source: Print, pages: Pages) -> None:
    markup = """#panic("x") *tebal* $x^2$ \\u{41} @rujuk <label> `mentah` // komentar [isi] = judul "kutip" ~ --"""

    assert pages(print_source("#values.text", {"text": markup})) == [markup]


def test_a_template_that_does_not_end_is_stopped(print_source: Print) -> None:
    began = time.monotonic()

    with pytest.raises(PaperFailed, match=r"coba: not ready after 0\.5 s"):
        print_source("#for i in range(100000) { for j in range(100000) {} }", seconds=0.5)

    assert time.monotonic() - began < 5


def test_a_template_that_takes_too_much_memory_is_stopped(print_source: Print) -> None:
    with pytest.raises(PaperFailed, match="memory allocation"):
        print_source("#((1,) * 1000000000).len()")


@pytest.mark.parametrize(
    "path",
    ["../secret.txt", "/../secret.txt", "/etc/hostname", "../../../../etc/hostname"],
)
def test_a_template_reads_nothing_outside_its_folder(print_source: Print, tmp_path: Path, path: str) -> None:
    (tmp_path.parent / "secret.txt").write_text("rahasia", encoding="utf-8")

    with pytest.raises(PaperFailed, match=r"project root|file not found"):
        print_source(f'#read("{path}")')


def test_a_package_installed_for_the_user_is_not_found(
    print_source: Print, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "typst" / "packages" / "local" / "tamu" / "0.1.0"
    package.mkdir(parents=True)
    (package / "typst.toml").write_text('[package]\nname="tamu"\nversion="0.1.0"\nentrypoint="tamu.typ"\n')
    (package / "tamu.typ").write_text("#let hai = [hai]")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    with pytest.raises(PaperFailed, match="package not found"):
        print_source('#import "@local/tamu:0.1.0": hai\n#hai')


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.typ")), ids=lambda path: path.name)
def test_our_templates_name_no_package_and_run_no_text_as_code(template: Path) -> None:
    source = template.read_text(encoding="utf-8")

    assert re.findall(r'(?:import|include)\s+"@|\beval\s*\(|\bplugin\s*\(', source) == []


def test_a_font_of_the_system_is_not_used(print_source: Print) -> None:
    with pytest.raises(PaperFailed, match="unknown font family"):
        print_source('#set text(font: "DejaVu Sans")\nteks')


@pytest.mark.parametrize("template", ["tak-ada", "../press", "/etc/hostname"])
def test_what_is_no_template_fails_by_its_name(template: str) -> None:
    with pytest.raises(PaperFailed, match=re.escape(template)):
        press(template, {}, dated=DATED)


def test_a_failure_tells_the_place_in_the_template(print_source: Print) -> None:
    with pytest.raises(PaperFailed, match=r"coba\.typ:6:8"):
        print_source("\n#values.nothing")


def test_papers_are_made_beside_each_other(tmp_path: Path, pages: Pages) -> None:
    (tmp_path / "nomor.typ").write_text(HEAD + "#values.number", encoding="utf-8")

    with ThreadPoolExecutor(8) as threads:
        papers = threads.map(lambda n: press("nomor", {"number": n}, dated=DATED, templates=tmp_path), range(16))

    assert [pages(paper) for paper in papers] == [[str(number)] for number in range(16)]


def test_every_letter_that_printable_keeps_is_in_both_our_fonts(print_source: Print, pages: Pages) -> None:
    kept = [chr(code) for code in range(0x21, 0x10000) if printable(chr(code)) == chr(code)]
    text = " ".join(kept)

    regular, bold = pages(print_source("#values.text\n#pagebreak()\n#strong(values.text)", {"text": text}))[:2]

    assert len(kept) > 800
    assert unicodedata.normalize("NFC", regular) == unicodedata.normalize("NFC", bold) == text


@given(st.text())
def test_printable_keeps_nothing_that_hides_or_reorders(text: str) -> None:
    shown = printable(text)

    assert printable(shown) == shown
    assert all(unicodedata.category(letter)[0] not in "CM" for letter in shown)
    assert shown == " ".join(shown.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rapat\r\n\tKoordinasi  ", "Rapat Koordinasi"),
        ("Nur\u202egnipmap", "Nurgnipmap"),
        ("Fa\u0301tima", "F\u00e1tima"),
        ("Maulid Nabi \ufdfa \U0001f389", "Maulid Nabi \u25a1 \u25a1"),
        ("\ud800", "\u25a1"),
        ("a\x00b", "a b"),
    ],
)
def test_a_text_prints_on_one_line_with_squares_for_what_no_font_has(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_texts_deep_in_the_values_are_made_printable_too(print_source: Print, pages: Pages) -> None:
    values: dict[str, Json] = {"rows": [{"name": "Siti \U0001f389", "at": None, "count": 3}]}

    assert pages(print_source("#values.rows.first().name #values.rows.first().count", values)) == ["Siti \u25a1 3"]
