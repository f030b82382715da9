"""Phones on which the portal is kept: it opens without a network, and signs what it scans there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.people import sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.people import Account

IS_KEPT = """() => navigator.serviceWorker.ready.then(() =>
  navigator.serviceWorker.controller?.state === 'activated')"""
OWN_DEVICE = "(perangkat ini)"


def settle_in(phone: Page, account: Account, password: str, *, beats: bool = False) -> None:
    """Sign in, wait until the portal is kept on the phone, and let the phone be the person's device.

    Its heart beats only where a journey is about that: else it would depend on the second whether a kept scan counts.
    """
    if not beats:
        phone.context.add_init_script(f"localStorage.setItem('denyut:{account.person_id}', '9e15')")
    sign_in(phone, account, password)
    is_kept(phone)
    become_the_device(phone)


def become_the_device(phone: Page) -> None:
    """Let the phone of somebody who is signed in be their device."""
    phone.goto("/profil")
    own, other = phone.get_by_text(OWN_DEVICE), phone.get_by_role("button", name="Pakai perangkat ini")
    expect(own.or_(other)).to_be_visible()
    if other.is_visible():  # the person has used another phone in an earlier journey
        take_the_place(phone)


def take_the_place(phone: Page) -> None:
    """On the profile, let this phone take the place of another one."""
    phone.get_by_role("button", name="Pakai perangkat ini").click()
    phone.get_by_role("dialog", name="Pakai perangkat ini?").get_by_role("button", name="Pakai perangkat ini").click()
    expect(phone.get_by_text(OWN_DEVICE)).to_be_visible()


def is_kept(page: Page) -> None:
    """Wait until the service worker answers for this page."""
    page.wait_for_function(IS_KEPT)


def pull_the_plug(page: Page) -> None:
    """Take the network away."""
    page.context.set_offline(True)


def plug_in(page: Page) -> None:
    """Give the network back."""
    page.context.set_offline(False)


def sees_in_the_queue(page: Page, state: str, *lines: str) -> None:
    """See one row of *Antrean kirim* with its state and words."""
    row = page.get_by_role("list", name="Antrean kirim").get_by_role("listitem")
    for words in (state, *lines):
        expect(row).to_contain_text(words)
