"""From which address a call came: behind proxies that are trusted, and whatever callers pretend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import Request
from werkzeug.test import EnvironBuilder

from shared.client_address import client_address
from tests.kernel.notes import greet

if TYPE_CHECKING:
    from tests.desk import Desk

PROXY = "203.0.113.9"


def came_from(forwarded: str | None, proxies: int) -> str:
    headers = [] if forwarded is None else [("X-Forwarded-For", forwarded)]
    builder = EnvironBuilder(headers=headers, environ_base={"REMOTE_ADDR": PROXY})
    return client_address(Request(builder.get_environ()), proxies)


@pytest.mark.parametrize("forwarded", [None, "", "198.51.100.1", "198.51.100.1, 198.51.100.2"])
def test_without_a_trusted_proxy_whoever_connected_is_the_caller(forwarded: str | None) -> None:
    assert came_from(forwarded, 0) == PROXY


@pytest.mark.parametrize(
    ("forwarded", "proxies", "address"),
    [
        ("198.51.100.1", 1, "198.51.100.1"),  # Cloud Run alone
        ("198.51.100.1, 35.191.0.1", 2, "198.51.100.1"),  # behind the external load balancer
        ("198.51.100.1,35.191.0.1", 2, "198.51.100.1"),
        ("2001:DB8:0::1, 35.191.0.1", 2, "2001:db8::1"),
    ],
)
def test_behind_trusted_proxies_the_caller_is_whom_the_first_of_them_was_called_by(
    forwarded: str, proxies: int, address: str
) -> None:
    assert came_from(forwarded, proxies) == address


@pytest.mark.parametrize(
    "forwarded", ["1.1.1.1, 198.51.100.1", "evil, 198.51.100.1", ", , 198.51.100.1", "1.1.1.1, 2.2.2.2, 198.51.100.1"]
)
def test_what_a_caller_writes_into_the_header_themselves_counts_for_nothing(forwarded: str) -> None:
    assert came_from(forwarded, 1) == "198.51.100.1"
    assert came_from(f"{forwarded}, 35.191.0.1", 2) == "198.51.100.1"


@pytest.mark.parametrize(
    "forwarded", [None, "", "198.51.100.1", "unknown, 35.191.0.1", "198.51.100.1:8080, 35.191.0.1"]
)
def test_a_call_that_came_past_the_proxies_is_counted_against_whoever_connected(forwarded: str | None) -> None:
    assert came_from(forwarded, 2) == PROXY


def test_a_caller_behind_the_load_balancer_is_known_by_their_own_address(desk: Desk) -> None:
    desk.trusted_proxies = 2
    for caller in ("198.51.100.1", "198.51.100.2"):
        headers = {"X-Forwarded-For": f"10.0.0.1, {caller}, 35.191.0.1"}
        assert desk.request(greet, json_body={"text": "Rapat"}, headers=headers).status_code == 200
    assert {row.actor for row in desk.journal()} == {"198.51.100.1", "198.51.100.2"}
