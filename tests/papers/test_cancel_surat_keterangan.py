"""Giving a letter up: its number stays, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.papers.domain.surat_keterangan import LetterOfAnother
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.register import NumberCancelled, NumberIssued, RegisterState

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.letters import Letters


def test_the_number_stays_in_the_register_with_its_reason_and_goes_to_nobody(letters: Letters) -> None:
    letters.cancel(letters.prepare().letter_id, "Nama salah")
    letters.prepare()
    rows = [(it.number.split("/")[1], it.state, it.reason) for it in letters.register().items]
    assert sorted(rows) == [("1", RegisterState.CANCELLED, "Nama salah"), ("2", RegisterState.TAKEN, "")]


def test_cancelling_again_is_no_error_and_anothers_cancellation_is(letters: Letters) -> None:
    colleague = letters.desk.employee("Wati", Permission.MANAGE_OFFICE)
    letter_id = letters.prepare().letter_id
    assert not letters.cancel(letter_id).already
    assert letters.cancel(letter_id, "Alasan lain").already
    with pytest.raises(NumberCancelled, match="Salah ketik"):
        letters.cancel(letter_id, by=colleague)


def test_an_issued_letter_is_not_cancelled(letters: Letters) -> None:
    letter_id = letters.prepare().letter_id
    letters.issue(letter_id)
    with pytest.raises(NumberIssued):
        letters.cancel(letter_id)


def test_only_the_office_that_prepared_it_cancels_it(letters: Letters, stranger: Actor) -> None:
    putri = letters.desk.employee("Putri", Permission.MANAGE_OFFICE, organisation="uptd")
    member = letters.desk.employee("Anton", organisation="uptd")
    letter_id = letters.prepare(by=putri, person_id=member.id).letter_id
    with pytest.raises(LetterOfAnother):
        letters.cancel(letter_id)
    with pytest.raises(RecordMissing):
        letters.cancel(letter_id, by=stranger)
