"""The kop as it will print, while it is typed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from functions.papers.domain.letterhead import KopOfAnother
from functions.papers.letterheads import TypedLetterhead
from functions.papers.preview_kop import preview_kop
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.office import Office


def drawn(office: Office, *name_lines: str, by: Actor | None = None, organisation_id: str = "") -> Image.Image:
    typed = TypedLetterhead(organisation_id or office.id, name_lines)
    answer = office.desk.call(preview_kop, typed, by=by or office.ratna)
    return Image.open(io.BytesIO(answer.content)).convert("RGB")


def is_red(picture: Image.Image) -> bool:
    return (255, 0, 0) in {colour for _, colour in picture.getcolors(picture.width * picture.height) or ()}


def test_it_is_as_wide_as_a_sheet_and_grows_with_the_name(office: Office) -> None:
    office.desk.clock.pass_(milliseconds=1)  # a clock is seldom at a whole second
    one, three = drawn(office, "Dinas"), drawn(office, "Dinas", "Komunikasi", "dan Informatika")
    assert one.width == three.width == round(215 / 25.4 * 144)
    assert three.height > one.height


def test_the_logo_stands_to_the_left(office: Office) -> None:
    assert not is_red(drawn(office))
    office.send()
    picture = drawn(office)
    third = picture.width // 3
    assert is_red(picture.crop((0, 0, third, picture.height)))
    assert not is_red(picture.crop((third, 0, picture.width, picture.height)))


def test_nobody_looks_at_the_letterhead_of_another_office(office: Office, stranger: Actor) -> None:
    with pytest.raises(KopOfAnother):
        drawn(office, by=stranger)
    with pytest.raises(RecordMissing):
        drawn(office, organisation_id="none")
