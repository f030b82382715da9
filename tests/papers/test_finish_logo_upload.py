"""Taking a logo in: it is a picture and nothing else, and it stands on the papers at once."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from shared.letterheads import LETTERHEADS
from shared.refusals import RecordMissing
from shared.rules.files import FileRefused, UploadDiffers, UploadMissing
from tests.papers.office import LOGO
from tests.uploads.files import picture

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.office import Office

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def kept(office: Office) -> Image.Image:
    letterhead = office.desk.found(LETTERHEADS, office.id)
    assert letterhead is not None
    content = office.desk.documents.load(letterhead.logo)
    assert content is not None
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("content", [picture("PNG", (2400, 1200)), picture("JPEG", (2400, 1200))])
def test_a_large_picture_is_drawn_as_small_as_paper_needs(office: Office, content: bytes) -> None:
    office.send(content) if content.startswith(b"\x89") else _send_as_jpeg(office, content)
    assert kept(office).size == (600, 300)


def _send_as_jpeg(office: Office, content: bytes) -> None:
    begun = office.begin("logo.jpg", content)
    office.put(begun, content)
    office.finish(begun)


def test_a_drawing_with_a_script_that_calls_itself_a_picture_is_refused(office: Office) -> None:
    begun = office.begin("logo.png", SVG)
    office.put(begun, SVG)
    for _ in range(2):
        with pytest.raises(FileRefused):
            office.finish(begun)
    assert not office.shown().has_logo


def test_finishing_again_answers_the_same(office: Office) -> None:
    begun = office.begin()
    office.put(begun)
    assert not office.finish(begun, key="k").already
    assert not office.finish(begun, key="k").already
    assert office.finish(begun).already


def test_what_was_never_sent_is_missing_and_what_differs_is_refused(office: Office) -> None:
    begun = office.begin()
    with pytest.raises(UploadMissing):
        office.finish(begun)
    office.put(begun, LOGO[:-1] + b"x")
    with pytest.raises(UploadDiffers):
        office.finish(begun)


def test_a_logo_that_is_finished_after_more_than_an_hour_came_too_late(office: Office) -> None:
    begun = office.begin()
    office.put(begun)
    office.desk.clock.pass_(hours=1)
    with pytest.raises(UploadMissing):
        office.finish(begun)


def test_nobody_finishes_the_logo_of_another_office(office: Office, stranger: Actor) -> None:
    begun = office.begin()
    office.put(begun)
    with pytest.raises(RecordMissing):
        office.finish(begun, by=stranger)
    with pytest.raises(RecordMissing):
        office.finish(type(begun)("none", "", {}, begun.expires_at))
