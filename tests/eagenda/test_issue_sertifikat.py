"""Issuing certificates: once, to those present, under one number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, NotOrganiser
from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.notulen import AttendanceStillOpen
from functions.eagenda.domain.sertifikat import (
    AddressUnknown,
    KodeUnitMissing,
    NobodyPresent,
    NoSertifikatForKind,
    SignerNotHere,
)
from functions.eagenda.issue_sertifikat import issue_sertifikat
from functions.eagenda.issuing_sertifikat import SertifikatToIssue
from shared.refusals import InvalidField, RecordMissing
from shared.register import REGISTER, RegisterState, entry_key
from tests.eagenda.certifying import SUBJECTS, Bimtek
from tests.eagenda.meeting import ALL, Meeting
from tests.eagenda.sessions import HOUR
from tests.eagenda.sessions import bimtek as bimtek_of_sittings

if TYPE_CHECKING:
    from tests.desk import Desk


def test_its_number_stands_in_the_register_as_issued(bimtek: Bimtek) -> None:
    bimtek.issue()
    entry = bimtek.desk.found(REGISTER, entry_key("surat-keluar:416-114:2026", 1))
    assert entry is not None
    assert (entry.state, entry.title) == (RegisterState.ISSUED, "Sertifikat: Keamanan Informasi")
    assert entry.page == f"/agenda/{bimtek.id}/sertifikat"


def test_issuing_twice_issues_none_twice(bimtek: Bimtek) -> None:
    first = bimtek.issue()
    second = bimtek.issue(signer="p-nobody")
    assert (second.job_id, second.number, second.already) == (first.job_id, first.number, True)
    bimtek.desk.deliver_again()
    assert len(bimtek.own(bimtek.aditya).items) == 1
    assert bimtek.listed().issued_count == 1


def test_the_office_alone_issues_lists_and_withdraws(bimtek: Bimtek) -> None:
    superior = bimtek.desk.employee("Gatot", *ALL, organisation="setda")
    stranger = bimtek.desk.employee("Rina", *ALL, organisation="dinsos")
    bimtek.issue(by=bimtek.desk.employee("Bayu", *ALL))
    for caller, no in ((superior, NotOrganiser), (stranger, RecordMissing)):
        for deed in (bimtek.issue, bimtek.listed, bimtek.withdraw, partial(bimtek.found, "aditya")):
            with pytest.raises(no):
                deed(by=caller)
        with pytest.raises(no):
            bimtek.printed(caller, "p-aditya")
    with pytest.raises(RecordMissing):
        bimtek.printed(stranger)
    with pytest.raises(RecordMissing):
        bimtek.printed(bimtek.desk.employee("Budi"), "p-aditya")


def test_there_is_none_for_another_kind_of_meeting(desk: Desk) -> None:
    rapat = Bimtek(desk, kind=AgendaKind.RAPAT)
    rapat.close()
    with pytest.raises(NoSertifikatForKind):
        rapat.issue()


def test_there_is_none_before_the_list_is_closed_and_none_for_nobody(desk: Desk) -> None:
    bimtek = Bimtek(desk)
    bimtek.meeting.scan(bimtek.aditya)
    with pytest.raises(AttendanceStillOpen):
        bimtek.issue()
    empty = Bimtek(desk)
    empty.meeting.close()
    with pytest.raises(NobodyPresent):
        empty.issue()
    cancelled = Bimtek(desk)
    cancelled.meeting.scan(bimtek.aditya)
    cancelled.meeting.cancel()
    with pytest.raises(AgendaIsCancelled):
        cancelled.issue()


def test_there_is_none_where_nobody_attended_every_sitting(desk: Desk) -> None:
    late = desk.employee("Laras")
    bimtek = Bimtek(desk, meeting=bimtek_of_sittings(desk, late, kind=AgendaKind.BIMTEK))
    bimtek.meeting.scan(bimtek.aditya)
    desk.clock.set(bimtek.meeting.ends_at - HOUR)
    bimtek.meeting.scan(late)
    desk.clock.set(bimtek.meeting.ends_at)
    bimtek.meeting.close()
    with pytest.raises(NobodyPresent, match="semua sesi"):
        bimtek.issue()
    assert desk.found(REGISTER, entry_key("surat-keluar:416-114:2026", 1)) is None


def test_what_is_missing_is_said(bimtek: Bimtek) -> None:
    desk = bimtek.desk
    desk.employee("Rina", organisation="dinsos")
    with pytest.raises(SignerNotHere):
        bimtek.issue(signer="p-rina")
    with pytest.raises(SignerNotHere):
        bimtek.issue(signer="p-nobody")
    with pytest.raises(InvalidField):
        desk.call(issue_sertifikat, SertifikatToIssue(bimtek.id, (), "p-tini"), by=bimtek.dewi)
    with pytest.raises(InvalidField):
        bimtek.issue(None, "p-tini", *(SUBJECTS * 11))
    desk.public_url = "http://127.0.0.1:8080"
    with pytest.raises(AddressUnknown):
        bimtek.issue()


def test_an_office_without_a_kode_unit_is_told(desk: Desk) -> None:
    meeting = Meeting(desk, kind=AgendaKind.BIMTEK)
    meeting.scan(meeting.guest)
    meeting.close()
    desk.employee("Tini")
    asked = SertifikatToIssue(meeting.id, SUBJECTS, "p-tini")
    with pytest.raises(KodeUnitMissing):
        desk.call(issue_sertifikat, asked, by=meeting.organiser)
