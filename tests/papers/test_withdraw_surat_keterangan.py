"""Withdrawing an issued letter: its number stays, its page says so, and the employee is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.papers.domain.surat_keterangan import LetterOfAnother
from functions.portal.list_notices import WhichNotices, list_notices
from functions.portal.verify_paper import verify_paper
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.register import NumberCancelled, NumberIssued, NumberNotIssued, RegisterState
from shared.rules.notice import NoticeKind

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.letters import Letters


def page_of(letters: Letters, code: str) -> str:
    return letters.desk.request(verify_paper, params={"kode": code}).get_data(as_text=True)


def issued(letters: Letters) -> str:
    letter_id = letters.prepare().letter_id
    letters.issue(letter_id)
    return letter_id


def test_whoever_checks_a_copy_is_told_since_when_and_why_it_no_longer_holds(letters: Letters) -> None:
    letter_id = issued(letters)
    code = letters.shown(letter_id).code
    assert "Naskah sah" in page_of(letters, code)

    letters.desk.clock.pass_(days=2)
    letters.withdraw(letter_id, "Gelar <b>keliru</b>")

    page = page_of(letters, code)
    assert "Naskah sah" not in page
    for told in ("Naskah dicabut", "24 November 2026, dan dicabut 26 November 2026", "Gelar &lt;b&gt;keliru"):
        assert told in page


def test_the_number_stays_in_the_register_and_the_next_letter_gets_the_next(letters: Letters) -> None:
    letters.withdraw(issued(letters))
    letters.prepare()
    rows = [(it.number.split("/")[1], it.state, it.reason) for it in letters.register().items]
    assert sorted(rows) == [("1", RegisterState.WITHDRAWN, "Gelar keliru"), ("2", RegisterState.TAKEN, "")]


def test_the_employee_is_told_once(letters: Letters) -> None:
    letter_id = issued(letters)
    assert not letters.withdraw(letter_id).already
    assert letters.withdraw(letter_id, "Alasan lain").already
    letters.desk.deliver()

    (told,) = letters.desk.call(list_notices, WhichNotices(), by=letters.budi).items
    shown = letters.shown(letter_id)
    assert (told.kind, told.link) == (NoticeKind.LETTER_WITHDRAWN, f"/v/{shown.code}")
    assert shown.reason == "Gelar keliru"


def test_what_is_not_issued_is_cancelled_and_not_withdrawn(letters: Letters) -> None:
    letter_id = letters.prepare().letter_id
    with pytest.raises(NumberNotIssued):
        letters.withdraw(letter_id)
    letters.cancel(letter_id)
    with pytest.raises(NumberCancelled, match="Salah ketik"):
        letters.withdraw(letter_id)


def test_what_is_withdrawn_is_neither_cancelled_nor_issued_again(letters: Letters) -> None:
    letter_id = issued(letters)
    letters.withdraw(letter_id)
    with pytest.raises(NumberIssued):
        letters.cancel(letter_id)
    assert letters.issue(letter_id).already
    assert letters.shown(letter_id).state is RegisterState.WITHDRAWN


def test_only_the_office_that_issued_it_withdraws_it(letters: Letters, stranger: Actor) -> None:
    putri = letters.desk.employee("Putri", Permission.MANAGE_OFFICE, organisation="uptd")
    member = letters.desk.employee("Anton", organisation="uptd")
    letter_id = letters.prepare(by=putri, person_id=member.id).letter_id
    with pytest.raises(LetterOfAnother):
        letters.withdraw(letter_id)
    with pytest.raises(RecordMissing):
        letters.withdraw(letter_id, by=stranger)
