"""A letter asks for an agenda: it waits in Kerja saya and in the list, fills the form, and is done when published."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from shared import codec
from shared.adapters.clock import SystemClock
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.queue_bus import QueueBus
from shared.events.eoffice import AgendaAsked, AgendaWish
from shared.events.event import EventEnvelope
from shared.views.letters import LETTER_FACTS, LetterFacts
from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.people import DEWI, sign_in
from tests.server import Caller

if TYPE_CHECKING:
    from tests.journeys.conftest import Devices
    from tests.server import Served

HAL = "Undangan bimtek arsip digital"
SUBSCRIBER = "eagenda_draft_agenda"


# E-Office hands its event to the bus of this machine; the contract is tested on both stores.
@pytest.mark.parametrize("server", ["embedded"], indirect=True)
def test_a_letter_s_agenda_is_published_from_the_task_that_it_makes(
    devices: Devices, server: Served, password: str
) -> None:
    starts_at = (datetime.now(UTC) + timedelta(days=80)).replace(hour=2, minute=0, second=0, microsecond=0)
    hand_over(server, "surat-bimtek", starts_at)
    phone = devices.phone()
    sign_in(phone, DEWI, password)
    phone.get_by_role("button", name=HAL).click()
    expect(phone.get_by_text("Surat ini untuk dihadiri.")).to_be_visible()
    assert faults_that_axe_finds(settled(phone)) == []
    phone.goto("/agenda")
    expect(phone.get_by_role("region", name="Draf dari surat").get_by_role("heading", name=HAL)).to_be_visible()
    assert faults_that_axe_finds(settled(phone)) == []
    assert not phone.evaluate("document.documentElement.scrollWidth > innerWidth")

    desk = devices.desk()
    sign_in(desk, DEWI, password)
    desk.get_by_role("button", name=HAL).click()
    desk.get_by_role("link", name="Buat agenda").click()
    expect(desk.get_by_text("Diambil dari surat 005/77/2026 dari Badan Arsip.")).to_be_visible()
    expect(desk.get_by_label("Judul")).to_have_value(HAL)
    expect(desk.get_by_label("Mulai", exact=True)).to_have_value("09.00")
    assert faults_that_axe_finds(settled(desk)) == []
    desk.get_by_role("button", name="Periksa undangan").click()
    desk.get_by_role("button", name="Terbitkan undangan").click()
    expect(desk.get_by_role("heading", name=HAL)).to_be_visible()
    desk.goto("/kerja")
    expect(desk.get_by_role("heading", name="Kerja saya")).to_be_visible()
    expect(desk.get_by_role("button", name=HAL)).to_have_count(0)


def hand_over(server: Served, letter_id: str, starts_at: datetime) -> None:
    """Do what E-Office will: write the facts of the letter, and hand the event over."""
    with Caller(server) as caller:
        own = caller.get("portal-show-profile", server.token(DEWI.person_id)).body["positions"][0]["id"]
    server.given(LETTER_FACTS, LetterFacts(letter_id, "005/77/2026", HAL, "Badan Arsip", "Hotel Raden Wijaya"))
    asked = AgendaAsked(
        letter_id, own, AgendaWish.ATTEND, 1, starts_at, starts_at + timedelta(hours=3), attending_position_ids=(own,)
    )
    data = codec.encode_answer(AgendaAsked, asked)
    event = EventEnvelope(f"{letter_id}-1", asked.event_name(), datetime.now(UTC), "eoffice", "", letter_id, data)
    records = SqliteRecords(server.data / "records.db")
    QueueBus(records, SystemClock(), lambda _: (SUBSCRIBER,), lambda *_: None).publish([event])
    records.close()
