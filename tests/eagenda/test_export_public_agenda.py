"""Exporting the leadership's public agenda as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.export_public_agenda import export_public_agenda
from tests.eagenda.leading import Leadership
from tests.eagenda.meeting import Meeting
from tests.eagenda.subscriber import change

if TYPE_CHECKING:
    from tests.desk import Desk


def test_the_data_say_what_the_page_says_and_no_more(desk: Desk) -> None:
    leadership = Leadership(desk)
    meeting = Meeting(desk, leadership.bupati)
    Meeting(desk, leadership.bupati, title="Rapat internal")
    change(meeting, visibility=Visibility.PUBLIC)

    response = desk.request(export_public_agenda)

    assert response.mimetype == "application/json"
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert response.get_json() == {
        "sumber": "https://trowulan.example/publik/agenda",
        "contoh": False,
        "agenda": [
            {
                "id": meeting.id,
                "judul": "Rapat Koordinasi SPBE",
                "tempat": "Aula Majapahit",
                "mulai": "2026-11-24T09:00:00+07:00",
                "selesai": "2026-11-24T10:00:00+07:00",
                "dibatalkan": False,
                "penyelenggara": "Dinas Diskominfo",
                "pimpinan": [{"jabatan": "Bupati", "nama": "Barra"}],
            }
        ],
    }
