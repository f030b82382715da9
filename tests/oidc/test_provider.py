"""The whole way over HTTP, at an issuer that we didn't write."""

from __future__ import annotations

import html
import http.cookiejar
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from werkzeug.test import Client

from functions.portal.demo import fill_demo
from shared import entry
from shared.cookies import ISSUER_SIGN_IN, REFRESH
from tests.kernel.reading import problem
from tests.oidc.provider import PASSWORD, Provider
from tests.serving import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from werkzeug.test import TestResponse

ADITYA = "199409222019031903"
STRANGER = "196001011985011001"
PORTAL = "http://127.0.0.1:8080"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    """An issuer that knows a person of the demonstration and a stranger."""
    issuer = Provider(tmp_path_factory.mktemp("provider"), PORTAL, (ADITYA, STRANGER))
    issuer.start()
    yield issuer
    issuer.stop()


@pytest.fixture
def client(provider: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A client of the demonstration, at which one can sign in at the issuer."""
    for name, value in provider.settings().items():
        monkeypatch.setenv(name, value)
    with serving(tmp_path) as client:
        (tmp_path / "data").mkdir()
        fill_demo(entry.runtime(), tmp_path / "data")
        yield Client(client.application, use_cookies=False)  # the cookies are what is tested


class StopAtThePortal(urllib.request.HTTPRedirectHandler):
    """Follows the issuer's redirects up to the one that leads back."""

    def redirect_request(self, *arguments: Any) -> urllib.request.Request | None:  # noqa: ANN401 -- the library's form
        """Return the next request, or None."""
        return None if str(arguments[-1]).startswith(PORTAL) else super().redirect_request(*arguments)


@dataclass
class Browser:
    """What a browser does at both."""

    client: Client
    cookie: str = ""

    def leave(self) -> str:
        """Begin; return the issuer's address."""
        answer = self._post("begin", {})
        self.cookie = answer.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
        return str(answer.get_json()["url"])

    def come_back(self, way_back: str) -> TestResponse:
        """Finish."""
        told = parse_qs(urlsplit(way_back).query)
        return self._post("finish", {"code": told["code"][0], "state": told["state"][0]})

    def _post(self, step: str, body: dict[str, str]) -> TestResponse:
        headers = {"Cookie": f"{ISSUER_SIGN_IN.name}={self.cookie}"} if self.cookie else {}
        return self.client.post(f"/api/portal-{step}-issuer-sign-in", json=body, headers=headers)


def sign_in_at(url: str, name: str) -> str:
    """Fill in the issuer's page as a person does; return where it sends the browser back."""
    jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    opener = urllib.request.build_opener(jar, StopAtThePortal)
    with opener.open(url, timeout=10) as page:
        address, content = page.geturl(), page.read().decode()
    [token] = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', content)
    form = {"csrfmiddlewaretoken": html.unescape(token), "username": name, "password": PASSWORD}
    with pytest.raises(urllib.error.HTTPError) as sent_back:
        opener.open(address, urlencode(form).encode(), timeout=10)
    with sent_back.value as response:
        return response.headers["Location"]


def test_who_signs_in_at_the_issuer_gets_our_session_once(client: Client) -> None:
    browser = Browser(client)
    way_back = sign_in_at(browser.leave(), ADITYA)
    assert way_back.startswith(f"{PORTAL}/masuk/kembali?")

    answer = browser.come_back(way_back)
    assert answer.status_code == 200, answer.text
    assert answer.get_json()["person"]["name"] == "Aditya Firmansyah, A.Md."
    refresh = next(it for it in answer.headers.getlist("Set-Cookie") if it.startswith(f"{REFRESH.name}="))
    refreshed = client.post("/api/portal-refresh", json={}, headers={"Cookie": refresh.partition(";")[0]})
    assert refreshed.get_json()["person"] == answer.get_json()["person"]

    problem(browser.come_back(way_back), 403, "sign-in-not-confirmed")  # the issuer takes no code twice


def test_a_code_of_somebody_elses_attempt_is_refused_by_the_issuer_itself(client: Client) -> None:
    victim, thief = Browser(client), Browser(client)
    stolen = parse_qs(urlsplit(sign_in_at(victim.leave(), ADITYA)).query)["code"][0]
    own = sign_in_at(thief.leave(), STRANGER)
    state = parse_qs(urlsplit(own).query)["state"][0]
    injected = f"{PORTAL}/masuk/kembali?{urlencode({'code': stolen, 'state': state})}"
    problem(thief.come_back(injected), 403, "sign-in-not-confirmed")  # its verifier is the victim's


def test_whom_nobody_has_registered_is_refused_by_name(client: Client) -> None:
    browser = Browser(client)
    problem(browser.come_back(sign_in_at(browser.leave(), STRANGER)), 403, "person-not-registered")
