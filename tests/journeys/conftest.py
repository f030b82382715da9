"""A real Chromium before real servers with the portal that was built: an office's, and one on Google's emulators."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.cloud.served import serving_in_the_cloud_s_shape
from tests.lan.office import demo_on_the_network
from tests.server import Served, Server
from tests.tools.launch import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Playwright

    from tests.lan.office import Office

# A journey says what happens. How fast is for `bench`, and for the journeys that name a time: three browsers, two
# servers and the emulators on two cores have their slow moments.
expect.set_options(timeout=15_000)

# The first has no windows, bars and menus, which nobody sees here and which are most of the others' work.
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")

# A page that asks for something that its policy forbids says so to the document, not always to the console.
REPORT_VIOLATIONS = """
addEventListener('securitypolicyviolation', (event) =>
  console.error(`policy: ${event.violatedDirective} forbids ${event.blockedURI} in ${event.sourceFile}`))
"""
# It fetches the whole portal onto each fresh device: as much work as most journeys.
NO_SERVICE_WORKER = "delete Navigator.prototype.serviceWorker"
FAILED = "Failed to load resource: "
EXPECTED = (FAILED + "the server responded with a status of 4", FAILED + "net::ERR_INTERNET_DISCONNECTED")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every journey."""
    for item in items:
        if item.path.is_relative_to(ROOT / "tests" / "journeys"):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the machine's own Chromium, with nothing that asks the outside world."""
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI=true, but there is no Chromium")
        pytest.skip("browser not run: no Chromium")
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
    return {**browser_type_launch_args, "executable_path": chromium, "args": [*quiet, "--no-first-run", "--no-sandbox"]}


@pytest.fixture(params=["embedded", pytest.param("google", marks=pytest.mark.emulator)])
def server(request: pytest.FixtureRequest) -> Served:
    """One server for all journeys of a mode; each calls its own meetings."""
    assert (ROOT / "web" / "dist" / "index.html").is_file(), "the portal is not built"
    served: Served = request.getfixturevalue(f"{request.param}_server")
    return served


@pytest.fixture(scope="session")
def embedded_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve as one office does."""
    with Server(tmp_path_factory.mktemp("journeys") / "var") as started:
        yield started


@pytest.fixture(scope="session")
def google_server(
    firestore_emulator: str, pubsub_emulator: str, storage_emulator: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """Serve as Google's cloud does."""
    folder = tmp_path_factory.mktemp("journeys")
    with serving_in_the_cloud_s_shape(firestore_emulator, pubsub_emulator, storage_emulator, folder) as server:
        yield server


@pytest.fixture(scope="session")
def network_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Serve as one office does, to its network and over TLS."""
    with demo_on_the_network(tmp_path_factory.mktemp("office")) as office:
        yield office


@pytest.fixture
def password(server: Served) -> str:
    """The password of every demo account."""
    return server.password()


@dataclass
class Devices:
    """Hands out devices, each a browser of its own, and hears what their pages complain of.

    Only those that are to keep the portal, so that it opens without a network, have service workers.
    """

    new_context: Callable[..., BrowserContext]
    server: Served | Office
    complaints: list[str] = field(default_factory=list)

    def desk(self, scheme: str = "light") -> Page:
        """Return a computer on a desk."""
        return self.window(1440, 900, color_scheme=scheme)

    def phone(self, scheme: str = "light", width: int = 360, *, keeps: bool = False) -> Page:
        """Return a telephone."""
        return self.window(width, 800, keeps=keeps, color_scheme=scheme, has_touch=True, is_mobile=True)

    def wall(self) -> Page:
        """Return the screen in the hall."""
        return self.window(1920, 1080)

    def window(
        self,
        width: int,
        height: int,
        *,
        keeps: bool = False,
        **more: Any,  # noqa: ANN401 -- what a browser context takes
    ) -> Page:
        """Return the first tab of a fresh browser of that size."""
        viewport = {"width": width, "height": height}
        context = self.new_context(**{"base_url": self.server.url, "viewport": viewport, "locale": "id-ID", **more})
        context.add_init_script(REPORT_VIOLATIONS)
        if not keeps:
            context.add_init_script(NO_SERVICE_WORKER)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        return context.new_page()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(EXPECTED):
            self.complaints.append(message.text)


@pytest.fixture
def devices(new_context: Callable[..., BrowserContext], server: Served) -> Iterator[Devices]:
    """Give out devices; in the end no page of theirs may have complained or broken the content security policy."""
    handed_out = Devices(new_context, server)
    yield handed_out
    assert handed_out.complaints == []


@pytest.fixture
def windowed_devices(
    playwright: Playwright, browser_type_launch_args: dict[str, Any], server: Served
) -> Iterator[Devices]:
    """Give out devices with a whole Chromium: the one without windows does not say that a service worker waits."""
    whole = shutil.which("chromium") or browser_type_launch_args["executable_path"]
    browser = playwright.chromium.launch(**{**browser_type_launch_args, "executable_path": whole})
    handed_out = Devices(browser.new_context, server)
    yield handed_out
    browser.close()
    assert handed_out.complaints == []
