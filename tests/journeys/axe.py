"""What axe, the checker of accessibility, finds on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.tools.launch import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
WAIT_FOR_ANIMATIONS = """() => Promise.allSettled(document.getAnimations()
  .filter((it) => it.effect.getTiming().iterations !== Infinity).map((it) => it.finished))"""


def settled(page: Page) -> Page:
    """Wait until the page stands: a colour half way through a change would be a fault that nobody sees."""
    expect(page.locator("main h1")).to_be_visible()
    page.evaluate(WAIT_FOR_ANIMATIONS)
    return page


def faults_that_axe_finds(page: Page) -> list[str]:
    """Return each fault with the first element that has it."""
    page.evaluate(AXE.read_text())
    result: dict[str, Any] = page.evaluate("axe.run()")
    return [f"{it['id']}: {it['nodes'][0]['html'][:200]}" for it in result["violations"]]
