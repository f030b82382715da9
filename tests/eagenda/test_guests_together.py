"""Guests when much happens at once: one ticket sent by many, and a list that is closed while they write."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.attendance import AttendanceOver
from functions.eagenda.print_daftar_hadir import WhichDaftarHadir, print_daftar_hadir
from functions.eagenda.remove_guest import GuestToRemove, remove_guest
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.desk import Desk

PHONES = 8


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return Meeting(desk, admit_guests=True)


def test_one_ticket_that_is_sent_by_many_at_once_is_one_guest(meeting: Meeting) -> None:
    ticket, start = meeting.form().ticket, threading.Barrier(PHONES)

    def send(_: int) -> bool:
        start.wait(10)
        return meeting.write_down(ticket=ticket).already

    with ThreadPoolExecutor(PHONES) as threads:
        answers = Counter(threads.map(send, range(PHONES)))

    assert answers == {False: 1, True: PHONES - 1}
    assert len(meeting.guests()) == 1


def test_no_guest_comes_or_goes_once_the_list_is_closed(meeting: Meeting) -> None:
    meeting.write_down("Bu Ratna")
    [ratna] = meeting.guests()
    tickets = [meeting.form().ticket for _ in range(PHONES)]
    start = threading.Barrier(PHONES + 2)

    def send(ticket: str) -> None:
        start.wait(10)
        try:
            meeting.write_down("Pak Joko", ticket=ticket)
        except AttendanceOver:
            return

    def remove() -> None:
        start.wait(10)
        try:
            meeting.desk.call(remove_guest, GuestToRemove(meeting.id, ratna.id, "Salah isi"), by=meeting.organiser)
        except AttendanceOver:
            return

    with ThreadPoolExecutor(PHONES + 1) as threads:
        sent = [*(threads.submit(send, ticket) for ticket in tickets), threads.submit(remove)]
        start.wait(10)
        meeting.close()
        for one in sent:
            one.result()

    # The paper is printed only while its facts are those that were closed: whoever slipped in later would stop it.
    assert meeting.desk.call(print_daftar_hadir, WhichDaftarHadir(meeting.id), by=meeting.organiser).content
