"""What a browser is called."""

from __future__ import annotations

import pytest

from functions.portal.domain.browser import browser_name

_KIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {_KIT} Chrome/142.0 Safari/537.36", "Chrome di Windows"),
        (f"Mozilla/5.0 (Windows NT 10.0) {_KIT} Chrome/142.0 Safari/537.36 Edg/142.0", "Edge di Windows"),
        (f"Mozilla/5.0 (Linux; Android 10; K) {_KIT} SamsungBrowser/28.0 Chrome/130.0", "Samsung Internet di Android"),
        (
            f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) {_KIT} Version/18.0 Safari/604.1",
            "Safari di iPhone",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox di Linux"),
        ("curl/8.0", "Peramban lain"),
        ("", "Peramban lain"),
    ],
)
def test_it_is_called_by_browser_and_system(agent: str, name: str) -> None:
    assert browser_name(agent) == name
