"""What people type is shown as text, whatever it looks like and however long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.meetings import call_meeting
from tests.journeys.people import DEWI, SITI, sees_verdict, sign_in

if TYPE_CHECKING:
    from tests.journeys.conftest import Devices
    from tests.server import Served

MARKUP = "<script>document.title = 'diretas'</script><img src=x onerror=alert(1)> & #set text(red)"
ONE_LONG_WORD = "Pertanggungjawaban" * 7


@pytest.mark.parametrize("title", [MARKUP, ONE_LONG_WORD[:120]], ids=["markup", "one word of 120 letters"])
def test_a_title_is_only_text_everywhere(devices: Devices, server: Served, password: str, title: str) -> None:
    meeting = call_meeting(server, SITI, title=title)
    wall, desk, phone = devices.wall(), devices.desk(), devices.phone()

    wall.goto(f"/agenda/{meeting.id}/layar#{meeting.hall_token()}")
    expect(wall.get_by_role("heading", name=title)).to_be_visible()
    sign_in(desk, DEWI, password)
    for path in ("/agenda?tab=unit", f"/agenda/{meeting.id}", f"/agenda/{meeting.id}/kehadiran"):
        desk.goto(path)
        expect(desk.get_by_text(title).first).to_be_visible()
    sign_in(phone, SITI, password)
    expect(phone.get_by_role("link", name=title).first).to_be_visible()  # the agenda, and a reminder of it by the hour
    expect(phone.get_by_role("heading", name="Kerja saya")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    phone.goto(meeting.link())
    sees_verdict(phone, "HADIR TERCATAT", title)

    for page in (wall, desk, phone):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert "diretas" not in page.title().replace(title, "")
