"""A notulen on its way to being final: submitted, given back, approved, corrected, printed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.notulen import (
    AttendanceStillOpen,
    NotChair,
    NotNotulis,
    NotulenNotFinal,
    NotulenNotSubmitted,
)
from functions.eagenda.notulen import EDITIONS, document_name, edition_key
from shared.kernel.problems import Stale
from tests.eagenda.meeting import Meeting
from tests.eagenda.minuting import Minutes, decided, words

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    return Minutes(desk)


def test_the_notulis_writes_the_chair_approves_and_the_paper_says_it(minutes: Minutes) -> None:
    minutes.name(minutes.budi)
    minutes.write(decided(minutes.aditya), opening="Rapat dibuka.", discussion="Baris satu\n\n2. Baris dua")
    assert minutes.submit().chair_name == "Dewi"
    assert minutes.submit().already
    assert minutes.waits_for(minutes.budi) == []
    assert minutes.waits_for(minutes.dewi) == ["notulen"]

    answer = minutes.approve()
    assert (answer.edition, answer.already) == (1, False)
    assert minutes.approve() == answer.__class__(1, answer.code, already=True)
    assert minutes.waits_for(minutes.dewi) == []

    minutes.desk.deliver()
    edition = minutes.desk.found(EDITIONS, edition_key(minutes.id, 1))
    assert edition is not None
    printed = minutes.printed(minutes.aditya)
    assert minutes.desk.documents.load(document_name(edition)) == printed.content
    text = words(printed)
    for said in (
        "Sidang/Rapat : Rapat Koordinasi SPBE",
        "Pimpinan Rapat : Dewi",
        "1 orang, menurut daftar hadir versi 1",
        "Aditya, Jabatan Aditya",
        "Pembuat Notulen : Budi",
        "A. Pembukaan Rapat dibuka.",
        "Baris satu",
        "Jabatan Aditya, Dinas Bapenda",
        "4 Desember 2026",
        "NIP 19860926 201505 1 001",
        edition.sha256,
    ):
        assert said in text


def test_only_the_chair_approves_and_only_what_they_read(minutes: Minutes) -> None:
    minutes.name(minutes.budi, chair=minutes.aditya)
    minutes.write()
    with pytest.raises(NotulenNotSubmitted):
        minutes.approve(by=minutes.aditya)
    minutes.submit()
    with pytest.raises(NotChair):
        minutes.approve(by=minutes.dewi)
    with pytest.raises(NotNotulis):
        minutes.submit(by=minutes.dewi)
    with pytest.raises(Stale):
        minutes.approve(by=minutes.aditya, version=minutes.version() - 1)
    assert minutes.approve(by=minutes.aditya).edition == 1


def test_it_is_not_final_before_the_attendance_is_closed(desk: Desk) -> None:
    meeting = Meeting(desk)
    minutes = Minutes.__new__(Minutes)
    minutes.desk, minutes.meeting, minutes.id, minutes.dewi = desk, meeting, meeting.id, meeting.organiser
    minutes.budi = meeting.organiser
    minutes.write()
    minutes.submit()
    with pytest.raises(AttendanceStillOpen):
        minutes.approve()
    with pytest.raises(NotulenNotFinal):
        minutes.printed(minutes.dewi)


def test_two_who_approve_at_once_make_one_edition(minutes: Minutes) -> None:
    minutes.name(minutes.budi)
    minutes.write(decided(minutes.aditya))
    minutes.submit()
    version, answers = minutes.version(), list[bool]()

    def approve() -> None:
        answers.append(minutes.approve(version=version).already)

    threads = [threading.Thread(target=approve) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [False, True, True, True]
