"""A meeting is moved by one while another has corrected it: nobody's work is lost, and those invited are told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.meetings import act, call_meeting
from tests.journeys.people import ADITYA, DEWI, sign_in
from tests.server import Caller

if TYPE_CHECKING:
    from tests.journeys.conftest import Devices
    from tests.server import Served

KEPT = ("title", "place", "starts_at", "ends_at", "opens_at", "closes_at", "kind", "dress", "online_link")
FLAGS = ("show_names", "admit_guests", "visibility", "sittings", "leaving_minutes", "point", "asks_position")


def test_of_two_who_edit_the_second_keeps_what_they_typed_and_those_invited_hear_where_it_went(
    devices: Devices, server: Served, password: str
) -> None:
    meeting = call_meeting(server, ADITYA, starts_in=timedelta(days=2))
    page = devices.desk()
    sign_in(page, DEWI, password)
    page.goto(f"/agenda/{meeting.id}")
    page.get_by_role("link", name="Ubah atau pindahkan").click()
    page.get_by_label("Tempat", exact=True).fill("Pendopo Graha Majatama")
    page.get_by_label("Alasan perubahan").fill("Peserta lebih banyak")
    correct_description(server, meeting.id)
    page.get_by_role("button", name="Simpan perubahan").click()

    expect(page.get_by_text("Sudah diubah oleh")).to_be_visible()
    expect(page.get_by_text("diubah menjadi “Bawa laptop”")).to_be_visible()
    expect(page.get_by_label("Tempat", exact=True)).to_have_value("Pendopo Graha Majatama")
    expect(page.get_by_label("Uraian")).to_have_value("Bawa laptop")
    expect(page.get_by_text("Draf tersimpan di perangkat ini")).to_be_visible()
    page.reload()
    restored, compared = "Isian Anda yang belum disimpan dipulihkan.", "diubah orang lain sejak isian Anda."
    # Who reloads before what was compared is kept, is shown the difference again.
    expect(page.get_by_text(restored).or_(page.get_by_text(compared))).to_be_visible()
    expect(page.get_by_label("Alasan perubahan")).to_have_value("Peserta lebih banyak")
    page.get_by_role("button", name="Simpan perubahan").click()
    expect(page.get_by_text("Agenda pindah. 1 orang diberi tahu.")).to_be_visible()
    expect(page.get_by_text("Alasan: Peserta lebih banyak")).to_be_visible()

    phone = devices.phone()
    sign_in(phone, ADITYA, password)
    phone.goto("/pemberitahuan")
    expect(phone.get_by_text("Rapat evaluasi triwulan pindah ke").first).to_be_visible()


def correct_description(server: Served, agenda_id: str) -> None:
    """Let the description be written through the API, as a colleague would meanwhile."""
    with Caller(server) as caller:
        said = caller.get(f"eagenda-show-agenda?agenda_id={agenda_id}", server.token(DEWI.person_id)).body
    kept = {name: said[name] for name in (*KEPT, *FLAGS)}
    wanted = {**kept, "agenda_id": agenda_id, "version": said["version"], "description": "Bawa laptop", "room_id": None}
    act(server, "eagenda-edit-agenda", wanted)
