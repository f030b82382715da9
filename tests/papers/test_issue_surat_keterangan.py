"""Issuing a surat keterangan: the paper is kept, and whoever holds it can check it."""

from __future__ import annotations

import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import pytest

from functions.papers.domain.surat_keterangan import AddressMissing, LetterOfAnother, SignerElsewhere
from functions.papers.print_surat_keterangan import print_surat_keterangan
from functions.papers.records import SURAT_KETERANGAN, WhichSuratKeterangan
from functions.portal.verify_paper import TypedPaperCode, verify_paper
from shared.actor import guest
from shared.directory.model import APPOINTMENTS
from shared.papers import PAPERS
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.register import NumberCancelled, RegisterState
from shared.rules.appointment import Appointment, AppointmentKind

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.letters import Letters


def test_an_issued_letter_is_in_the_register_and_its_copy_in_the_archive(letters: Letters) -> None:
    letter_id = letters.prepare().letter_id
    assert not letters.issue(letter_id).already
    shown = letters.shown(letter_id)
    assert shown.state is RegisterState.ISSUED
    letter = letters.desk.found(SURAT_KETERANGAN, letter_id)
    assert letter is not None
    assert letter.issue is not None
    copy = letters.desk.documents.load(letter.issue.document)
    assert copy is not None
    assert shown.document_sha256 == hashlib.sha256(copy).hexdigest()
    printed = letters.desk.call(print_surat_keterangan, WhichSuratKeterangan(letter_id), by=letters.ratna)
    assert printed.content == copy


def test_whoever_holds_it_learns_that_it_is_ours_and_no_name_but_the_signers(letters: Letters) -> None:
    code = letters.issue(letters.prepare().letter_id).code
    page = letters.desk.call(verify_paper, TypedPaperCode(code), by=guest("1.2.3.4")).content.decode()
    for fact in (
        "Naskah sah",
        "800.1.13/1/416-114/2026",
        "1986••••••••••1001",
        "Tini",
        "bukan tanda tangan elektronik",
    ):
        assert fact in page
    assert "Budi" not in page


def test_issuing_again_answers_the_same_code(letters: Letters) -> None:
    letter_id = letters.prepare().letter_id
    first = letters.issue(letter_id, key="k")
    assert letters.issue(letter_id, key="k") == first
    again = letters.issue(letter_id)
    assert (again.code, first.already, again.already) == (first.code, False, True)


def test_two_who_issue_at_once_issue_one_paper(letters: Letters) -> None:
    colleague = letters.desk.employee("Wati", Permission.MANAGE_OFFICE)
    letter_id = letters.prepare().letter_id
    ready = threading.Barrier(2)

    def issue(by: Actor) -> tuple[str, bool]:
        ready.wait(10)
        issued = letters.issue(letter_id, by=by)
        return issued.code, issued.already

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(issue, [letters.ratna, colleague]))
    assert sorted(already for _, already in answers) == [False, True]
    assert len({code for code, _ in answers}) == 1
    assert letters.desk.found(PAPERS, answers[0][0]) is not None


def test_a_cancelled_letter_is_not_issued(letters: Letters) -> None:
    letter_id = letters.prepare().letter_id
    letters.cancel(letter_id, "Salah ketik")
    with pytest.raises(NumberCancelled, match="Salah ketik"):
        letters.issue(letter_id)


def test_a_letter_whose_signer_has_left_the_post_is_not_issued(letters: Letters) -> None:
    letter_id = letters.prepare().letter_id
    ended = Appointment("post-tini", letters.tini.id, AppointmentKind.DEFINITIF, date(2025, 11, 24), date(2026, 11, 1))
    letters.desk.given(APPOINTMENTS, ended)
    with pytest.raises(SignerElsewhere, match="tidak lagi memegang"):
        letters.issue(letter_id)
    assert letters.shown(letter_id).state is RegisterState.TAKEN


def test_no_paper_with_a_code_is_issued_before_the_portal_has_an_address(letters: Letters) -> None:
    letter_id = letters.prepare().letter_id
    letters.desk.public_url = "http://127.0.0.1:8080"
    with pytest.raises(AddressMissing):
        letters.issue(letter_id)
    letters.desk.demo = True
    assert not letters.issue(letter_id).already


def test_the_office_above_sees_it_and_another_does_not(letters: Letters, stranger: Actor) -> None:
    putri = letters.desk.employee("Putri", Permission.MANAGE_OFFICE, organisation="uptd")
    member = letters.desk.employee("Anton", organisation="uptd")
    letter_id = letters.prepare(by=putri, person_id=member.id).letter_id
    with pytest.raises(LetterOfAnother, match="UPTD"):
        letters.issue(letter_id)
    with pytest.raises(RecordMissing):
        letters.issue(letter_id, by=stranger)
