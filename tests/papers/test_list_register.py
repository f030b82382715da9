"""The register of an office."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from shared.permissions import Permission

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.letters import Letters


def numbers(letters: Letters, year: int = 2026, by: Actor | None = None) -> list[str]:
    return [it.number for it in letters.register(year, by).items]


def test_the_newest_number_comes_first_and_a_year_shows_its_own(letters: Letters) -> None:
    letters.prepare()
    letters.desk.clock.pass_(minutes=1)
    letters.prepare()
    letters.desk.clock.pass_(days=60)
    letters.prepare()
    assert numbers(letters) == ["800.1.13/2/416-114/2026", "800.1.13/1/416-114/2026"]
    assert numbers(letters, 2027) == ["800.1.13/1/416-114/2027"]


def test_a_long_register_comes_in_parts(letters: Letters) -> None:
    for _ in range(26):
        letters.prepare()
        letters.desk.clock.set(letters.desk.clock.now() + timedelta(seconds=1))
    first = letters.register()
    assert len(first.items) == 25
    assert [it.number.split("/")[1] for it in letters.register(cursor=first.next_cursor).items] == ["1"]


def test_the_office_above_sees_the_numbers_of_its_parts_and_another_sees_none(
    letters: Letters, stranger: Actor
) -> None:
    putri = letters.desk.employee("Putri", Permission.MANAGE_OFFICE, organisation="uptd")
    letters.prepare()
    letters.prepare(by=putri, person_id=putri.id)
    assert len(numbers(letters)) == 2
    assert numbers(letters, by=putri) == ["800.1.13/2/416-114/2026"]
    assert numbers(letters, by=stranger) == []
