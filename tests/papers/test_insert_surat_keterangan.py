"""A letter that is dated back is inserted behind a number of its day, and every whole number keeps its one row."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.papers.domain.surat_keterangan import LetterOfAnother, SignerElsewhere
from functions.portal.verify_paper import verify_paper
from shared.directory.model import APPOINTMENTS
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from shared.register import OF_SERIES, REGISTER, NumberFull, RegisterState, entry_key
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date
from tests.desk import MORNING

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.letters import Letters

SERIES = "surat-keluar:416-114:2026"
DAY = wib_date(MORNING)


def two_days(letters: Letters) -> tuple[str, str]:
    """Prepare a letter, and another two days later; a day after that it is."""
    first = letters.prepare().letter_id
    letters.desk.clock.pass_(days=2)
    second = letters.prepare().letter_id
    letters.desk.clock.pass_(days=1)
    return first, second


def middles(letters: Letters) -> list[str]:
    return sorted(it.number.split("/")[1] for it in letters.desk.all(REGISTER, OF_SERIES, SERIES))


def test_it_takes_the_number_of_its_day_with_a_letter_and_says_why(letters: Letters) -> None:
    first, _ = two_days(letters)
    numbers = [letters.insert(first, DAY + timedelta(days=1)).number for _ in range(2)]
    assert numbers == ["800.1.13/1.a/416-114/2026", "800.1.13/1.b/416-114/2026"]
    assert letters.prepare().number == "800.1.13/3/416-114/2026"
    assert middles(letters) == ["1", "1.a", "1.b", "2", "3"]
    reasons = {it.number.split("/")[1]: it.insert_reason for it in letters.register().items}
    assert (reasons["1"], reasons["1.a"]) == ("", "Konsep tertinggal")


def test_behind_an_inserted_number_the_next_letter_follows(letters: Letters) -> None:
    first, _ = two_days(letters)
    inserted = letters.insert(first, DAY).letter_id
    assert letters.insert(inserted, DAY).number.startswith("800.1.13/1.b/")


def test_its_paper_bears_that_day_and_its_page_tells_when_it_was_made(letters: Letters) -> None:
    first, _ = two_days(letters)
    late = letters.insert(first, DAY + timedelta(days=1)).letter_id
    letters.issue(late)
    shown = letters.shown(late)
    page = letters.desk.request(verify_paper, params={"kode": shown.code}).get_data(as_text=True)
    assert (shown.state, shown.dated_on) == (RegisterState.ISSUED, DAY + timedelta(days=1))
    assert "25 November 2026" in page
    assert "Dibuat 27 November 2026 dengan tanggal mundur" in page


@pytest.mark.parametrize("days", [-1, 3, 30])
def test_a_day_outside_its_neighbours_is_refused(letters: Letters, days: int) -> None:
    first, _ = two_days(letters)
    with pytest.raises(InvalidField, match="24 November 2026 sampai 26 November"):
        letters.insert(first, DAY + timedelta(days=days))
    assert middles(letters) == ["1", "2"]


def test_behind_the_last_number_a_day_up_to_today_is_taken(letters: Letters) -> None:
    _, second = two_days(letters)
    assert letters.insert(second, DAY + timedelta(days=3)).number.startswith("800.1.13/2.a/")
    with pytest.raises(InvalidField):
        letters.insert(second, DAY + timedelta(days=4))


def test_who_did_not_hold_the_post_on_that_day_does_not_sign(letters: Letters) -> None:
    first, _ = two_days(letters)
    began = Appointment("post-tini", letters.tini.id, AppointmentKind.DEFINITIF, DAY - timedelta(days=365))
    letters.desk.given(APPOINTMENTS, replace(began, ends_on=DAY - timedelta(days=1)))
    letters.desk.given(APPOINTMENTS, replace(began, starts_on=DAY + timedelta(days=2)))
    with pytest.raises(SignerElsewhere, match="25 November 2026"):
        letters.insert(first, DAY + timedelta(days=1))


def test_of_many_who_insert_at_one_moment_each_gets_a_letter_of_its_own(letters: Letters) -> None:
    first, _ = two_days(letters)
    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda _: letters.insert(first, DAY).number.split("/")[1], range(4)))
    assert sorted(numbers) == ["1.a", "1.b", "1.c", "1.d"]
    assert middles(letters) == ["1", "1.a", "1.b", "1.c", "1.d", "2"]


def test_after_the_last_letter_of_the_alphabet_there_is_no_more(letters: Letters) -> None:
    first, _ = two_days(letters)
    whole = letters.desk.found(REGISTER, entry_key(SERIES, 1))
    assert whole is not None
    letters.desk.given(REGISTER, replace(whole, follow=26))
    with pytest.raises(NumberFull):
        letters.insert(first, DAY)


def test_only_the_office_whose_number_it_is_inserts_behind_it(letters: Letters, stranger: Actor) -> None:
    putri = letters.desk.employee("Putri", Permission.MANAGE_OFFICE, organisation="uptd")
    member = letters.desk.employee("Anton", organisation="uptd")
    theirs = letters.prepare(by=putri, person_id=member.id).letter_id
    with pytest.raises(LetterOfAnother):
        letters.insert(theirs, DAY)
    with pytest.raises(RecordMissing):
        letters.insert(theirs, DAY, by=stranger)
