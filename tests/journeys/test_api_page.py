"""The page of the API in a browser: read without scripts, by everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import SCHEMES, faults_that_axe_finds, in_scheme
from tests.journeys.test_every_page import NARROWEST

if TYPE_CHECKING:
    from tests.journeys.conftest import Devices


# It is the same in both modes, letter for letter, and axe has much to read on it.
@pytest.mark.parametrize(("server", "width"), [("embedded", 1440), ("embedded", NARROWEST)], indirect=["server"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(devices: Devices, width: int) -> None:
    page = devices.window(width, 900)
    page.goto("/api/docs")
    expect(page.get_by_role("heading", name="API Trowulan")).to_be_visible()

    assert [faults_that_axe_finds(in_scheme(page, scheme)) for scheme in SCHEMES] == [[], []]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_a_link_leads_to_its_operation(devices: Devices) -> None:
    page = devices.window(1440, 900, java_script_enabled=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/api/docs")

    page.get_by_role("navigation").get_by_role("link", name="portal_sign_in").click()
    expect(page.get_by_text("POST /api/portal-sign-in", exact=True)).to_be_in_viewport()
    assert all(url.startswith(devices.server.url) for url in asked)
