"""Serving the leadership's public agenda to calendar programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icalendar import Calendar

from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.serve_public_calendar import serve_public_calendar
from tests.eagenda.leading import Leadership
from tests.eagenda.meeting import Meeting
from tests.eagenda.subscriber import change

if TYPE_CHECKING:
    from tests.desk import Desk


def test_a_program_reads_what_the_page_says_and_of_people_the_leaders_names_alone(desk: Desk) -> None:
    leadership = Leadership(desk)
    meeting = Meeting(desk, leadership.bupati)
    Meeting(desk, leadership.bupati, title="Rapat internal")
    change(meeting, visibility=Visibility.PUBLIC, description="Hubungi Dewi di 0812-3456-7890")

    response = desk.request(serve_public_calendar)
    [entry] = Calendar.from_ical(response.get_data()).walk("VEVENT")

    assert (response.mimetype, response.headers["Cache-Control"]) == ("text/calendar", "public, max-age=300")
    assert (str(entry["SUMMARY"]), str(entry["LOCATION"])) == ("Rapat Koordinasi SPBE", "Aula Majapahit")
    assert str(entry["DESCRIPTION"]) == "Dijadwalkan hadir: Bupati (Barra)\nPenyelenggara: Dinas Diskominfo"
    assert str(entry["URL"]) == "https://trowulan.example/publik/agenda"
