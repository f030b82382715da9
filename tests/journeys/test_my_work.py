"""A row of a table is proposed, decided by the second administrator with a key, and the first hears of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from shared.rules.calendar import long_date, wib_date
from tests.journeys.axe import faults_that_axe_finds, settled
from tests.journeys.people import BAYU, FAJAR, sign_in
from tests.server import Caller

if TYPE_CHECKING:
    from tests.journeys.conftest import Devices
    from tests.server import Served


BASIS = "Keputusan Bupati Mojokerto 188.45/614/2026"


def test_a_proposal_is_decided_by_a_key_and_its_proposer_is_told(
    devices: Devices, server: Served, password: str
) -> None:
    first_day = wib_date(datetime.now(UTC)) + timedelta(days=400)
    table = {"table_id": "hari-libur", "valid_from": f"{first_day}", "valid_to": None, "basis": BASIS}
    values = {"day": f"{first_day}", "name": "Hari jadi yang ditetapkan", "kind": "libur_daerah"}
    with Caller(server) as caller:
        proposed = caller.post("tables-propose-row", {**table, "values": values}, server.token(FAJAR.person_id))
    assert proposed.status == 200

    day = f"({long_date(first_day)})"
    desk = devices.desk()
    sign_in(desk, BAYU, password)
    task = desk.get_by_role("button", name=f"Hari libur dan cuti bersama {day}")
    task.click()
    detail = desk.get_by_role("region", name=f"Hari libur dan cuti bersama {day}")
    expect(detail.get_by_text(BASIS)).to_be_visible()
    assert faults_that_axe_finds(settled(desk)) == []
    desk.keyboard.press("1")
    expect(desk.get_by_text("Disetujui.")).to_be_visible()
    expect(task).to_have_count(0)

    phone = devices.phone()
    sign_in(phone, FAJAR, password)
    phone.get_by_role("link", name="Pemberitahuan, ").click()
    told = phone.get_by_role("listitem").filter(has_text=day)
    expect(told.get_by_role("link", name="Usulan Anda disetujui")).to_be_visible()
    told.get_by_role("link").click()
    expect(phone.get_by_role("heading", name="Hari libur dan cuti bersama")).to_be_visible()
    phone.go_back()
    expect(told.get_by_text("Belum dibaca")).to_have_count(0)
