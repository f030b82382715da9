"""How often the store is asked where many people are looked up: a few times, however many they are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from functions.eagenda.check_nip_list import NipList, check_nip_list
from functions.eagenda.domain.invitees import Group
from functions.eagenda.find_invitees import GroupToInvite, find_invitees
from shared.directory.directory import Directory
from shared.directory.model import PERSON_NUMBERS, PERSONS, SEATS, Person, Seat
from shared.directory.numbers import numbers_of
from shared.directory.standing import STANDINGS, Standing
from shared.rules.appointment import Appointment, AppointmentKind
from tests.eagenda.inviting import LONG_AGO, TODAY, Offices
from tests.eagenda.meeting import ALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.actor import Actor
    from tests.desk import Desk

PEOPLE = 150


class Counted:
    """A store that notes how often it is asked."""

    def __init__(self, inside: Any) -> None:  # noqa: ANN401 -- any store
        self._inside = inside
        self.asked: Counter[str] = Counter()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Pass a call on, and count it."""
        self.asked[name] += 1
        found: Callable[..., Any] = getattr(self._inside, name)
        return found


def nip(number: int) -> str:
    return f"19860926201505{1 + number % 2}{number + 1:03}"


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    offices = Offices(desk)
    people = [Person(f"p-n{number:03}", f"Pegawai {number}", nip(number)) for number in range(PEOPLE)]
    desk.given(PERSONS, *people)
    desk.given(PERSON_NUMBERS, *(number for it in people for number in numbers_of(it)))
    desk.given(STANDINGS, *(Standing(it.id, it.name, it.nip, ()) for it in people))
    post = "dinsos-staf"
    held = tuple(Appointment(post, it.id, AppointmentKind.DEFINITIF, LONG_AGO) for it in people)
    desk.given(SEATS, Seat(post, held, "dinsos"))
    for name in ("sri", "budi", "ratih", "joko"):
        standing = Directory(desk.records, desk.clock.now()).standing(offices.person(name.title()))
        assert standing is not None
        desk.given(STANDINGS, standing)
    return desk.employee("Dewi", *ALL, organisation="bapenda")


def asked(desk: Desk) -> Counter[str]:
    """Return the bill of what is asked from now on."""
    counted: Any = Counted(desk.records)
    desk.records = desk.cached = counted
    bill: Counter[str] = counted.asked
    return bill


def test_a_list_of_nips_takes_as_many_questions_however_long_it_is(desk: Desk, dewi: Actor) -> None:
    bill = asked(desk)
    rows = desk.call(check_nip_list, NipList("\n".join(map(nip, range(PEOPLE)))), by=dewi).rows
    assert sum(row.person is not None for row in rows) == PEOPLE
    assert bill == {"get_many": 3}


def test_an_office_and_all_camat_take_few_questions(desk: Desk, dewi: Actor) -> None:
    bill = asked(desk)
    found = desk.call(find_invitees, GroupToInvite(Group.EMPLOYEES, "dinsos", TODAY), by=dewi).items
    assert len(found) == PEOPLE + 3
    assert bill["get_many"] == 1
    assert bill.total() < 20

    bill.clear()
    camat = desk.call(find_invitees, GroupToInvite(Group.CAMAT, "", TODAY), by=dewi)
    assert [it.title for it in camat.vacant] == ["Camat Jetis"]
    assert bill["get_many"] == 2
    assert bill.total() < 15
