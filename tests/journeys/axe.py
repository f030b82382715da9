"""What axe, the checker of accessibility, finds on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from playwright.sync_api import expect

from tests.tools.launch import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
WAIT_FOR_ANIMATIONS = """() => Promise.allSettled(document.getAnimations()
  .filter((it) => it.effect.getTiming().iterations !== Infinity).map((it) => it.finished))"""
WAIT_FOR_TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# What is in order it would otherwise list too, element by element, which on a long page takes longer than to look.
FAULTS = """() => axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`))"""

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def settled(page: Page) -> Page:
    """Wait until the page stands: a colour half way through a change would be a fault that nobody sees."""
    expect(page.locator("main h1")).to_be_visible()
    page.evaluate(WAIT_FOR_ANIMATIONS)
    return page


def in_scheme(page: Page, scheme: Literal["light", "dark"]) -> Page:
    """Let the device be light or dark, and wait until the page is."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate(WAIT_FOR_TWO_FRAMES)
    page.evaluate(WAIT_FOR_ANIMATIONS)
    return page


def faults_that_axe_finds(page: Page) -> list[str]:
    """Return each fault with the first element that has it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    faults: list[str] = page.evaluate(FAULTS)
    return faults
