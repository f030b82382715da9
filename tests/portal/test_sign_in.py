"""Signing in with NIP or e-mail and password."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.portal.domain.session import AccountSuspended, SessionEnded
from functions.portal.domain.sign_in import LockedOut, WrongCredentials
from functions.portal.sign_in import sign_in
from shared.cookies import REFRESH
from shared.directory.model import APPOINTMENTS, PERSONS, POSITIONS, Person, Position
from shared.directory.standing import ROLES, Role
from shared.kernel.journal import State
from shared.permissions import Permission
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date
from tests.portal.accounts import EMAIL, NIP, PASSWORD, open_account, sign_in_as

if TYPE_CHECKING:
    from flask import Response

    from shared.actor import Actor
    from tests.desk import Desk

pytestmark = pytest.mark.usefixtures("aditya")

WRONG = "bukan-sandinya"
ELSEWHERE = "198.51.100.7"


def wrong(desk: Desk, times: int = 1, login: str = NIP) -> None:
    """Type a wrong password so many times."""
    for _ in range(times):
        with pytest.raises((WrongCredentials, LockedOut)):
            sign_in_as(desk, login, WRONG)


def post(desk: Desk, login: str, password: str) -> Response:
    return desk.request(sign_in, json_body={"login": login, "password": password})


def test_who_signs_in_gets_a_token_of_five_minutes_and_is_named(desk: Desk, aditya: Actor) -> None:
    answer, _ = sign_in_as(desk)

    assert answer.expires_at == desk.clock.now() + timedelta(minutes=5)
    assert (answer.person.id, answer.person.name) == (aditya.id, "Aditya")
    assert (answer.person.position_title, answer.person.organisation_name) == ("Jabatan Aditya", "Dinas Bapenda")
    assert desk.identity.actor(answer.access_token, desk.clock.now()).id == aditya.id


def test_who_holds_several_positions_learns_what_each_allows(desk: Desk, aditya: Actor) -> None:
    desk.given(ROLES, Role("pengundang", "Pengundang", (Permission.ORGANISE_AGENDA,)))
    desk.given(POSITIONS, Position("kabid", aditya.organisation_id, "Kepala Bidang", roles=("pengundang",)))
    since = wib_date(desk.clock.now())
    desk.given(APPOINTMENTS, Appointment("kabid", aditya.id, AppointmentKind.PLT, since))

    own, acting = sign_in_as(desk)[0].person.positions
    assert (own.id, own.title) == (aditya.position_id, "Jabatan Aditya")
    assert (acting.title, acting.organisation_name) == ("Plt. Kepala Bidang", "Dinas Bapenda")
    assert (own.permissions, acting.permissions) == ((Permission.ATTEND,), (Permission.ORGANISE_AGENDA,))


@pytest.mark.parametrize("login", [EMAIL, "Aditya@BAPENDA.example", "19940922 201903 1 903", f" {NIP} "])
def test_a_nip_may_have_spaces_and_an_address_capitals(desk: Desk, aditya: Actor, login: str) -> None:
    assert sign_in_as(desk, login)[0].person.id == aditya.id


def test_the_refresh_token_travels_in_a_cookie_that_no_script_reads(desk: Desk) -> None:
    response = post(desk, NIP, PASSWORD)

    name, _, rest = response.headers["Set-Cookie"].partition("=")
    token, *flags = rest.split("; ")
    assert name == REFRESH.name == "__Host-trowulan-refresh"
    assert {"Path=/", "Secure", "HttpOnly", "SameSite=Strict"} < set(flags)
    assert token not in response.get_data(as_text=True)


def test_a_person_without_a_position_signs_in_too(desk: Desk) -> None:
    retired = desk.employee("Sari")
    open_account(desk, retired, "sari@example")
    desk.clock.pass_(days=-400)  # before the appointment began

    person = sign_in_as(desk, "sari@example")[0].person
    assert (person.name, person.position_title, person.organisation_name) == ("Sari", None, None)


def test_each_wrong_password_leaves_one_attempt_less_and_the_fifth_locks(desk: Desk) -> None:
    left = []
    for _ in range(4):
        with pytest.raises(WrongCredentials) as refusal:
            sign_in_as(desk, password=WRONG)
        left.append(refusal.value.facts["attempts_left"])
    assert left == [4, 3, 2, 1]

    with pytest.raises(LockedOut) as locked:
        sign_in_as(desk, password=WRONG)
    assert locked.value.facts == {"until": desk.clock.now() + timedelta(seconds=30)}


def test_while_locked_even_the_right_password_is_refused(desk: Desk) -> None:
    wrong(desk, 5)
    desk.clock.pass_(seconds=29.9)
    with pytest.raises(LockedOut):
        sign_in_as(desk)

    desk.clock.pass_(seconds=0.1)
    assert sign_in_as(desk)[0].person.name == "Aditya"


def test_each_further_wrong_password_locks_twice_as_long_up_to_a_quarter_of_an_hour(desk: Desk) -> None:
    wrong(desk, 4)
    locks = []
    for _ in range(7):
        with pytest.raises(LockedOut) as refusal:
            sign_in_as(desk, password=WRONG)
        locks.append(refusal.value.facts["until"] - desk.clock.now())
        desk.clock.set(refusal.value.facts["until"])

    assert locks == [timedelta(seconds=seconds) for seconds in (30, 60, 120, 240, 480, 900, 900)]


def test_a_right_password_forgets_the_wrong_ones(desk: Desk) -> None:
    wrong(desk, 4)
    sign_in_as(desk)

    with pytest.raises(WrongCredentials) as refusal:
        sign_in_as(desk, password=WRONG)
    assert refusal.value.facts["attempts_left"] == 4


def test_a_lock_holds_for_one_address_alone_so_that_nobody_can_lock_another_out(desk: Desk) -> None:
    wrong(desk, 6)
    assert sign_in_as(desk, address=ELSEWHERE)[0].person.name == "Aditya"
    with pytest.raises(LockedOut):
        sign_in_as(desk)


def test_however_a_name_is_typed_its_attempts_are_counted_together(desk: Desk) -> None:
    wrong(desk, 4)
    with pytest.raises(LockedOut):
        sign_in_as(desk, "19940922 201903 1 903", WRONG)


def test_a_colleague_at_the_same_address_is_not_locked(desk: Desk) -> None:
    open_account(desk, desk.employee("Sari"), "sari@example")
    wrong(desk, 5)
    assert sign_in_as(desk, "sari@example")[0].person.name == "Sari"


def test_an_unknown_name_is_answered_exactly_like_a_wrong_password(desk: Desk) -> None:
    def problems(login: str) -> list[dict[str, Any]]:
        answers = [post(desk, login, WRONG).get_json() for _ in range(6)]
        return [{name: value for name, value in answer.items() if name != "instance"} for answer in answers]

    known = problems(NIP)
    assert known == problems("tidak.ada@example")
    assert [answer["type"] for answer in known] == ["/problems/wrong-credentials"] * 4 + ["/problems/locked-out"] * 2
    assert {answer["status"] for answer in known} == {403}


def test_an_account_whose_person_is_gone_has_no_session(desk: Desk, aditya: Actor) -> None:
    gone = desk.signed_in(aditya.id)
    open_account(desk, replace(gone, id="p-hilang"), "hilang@example")
    with pytest.raises(SessionEnded):
        sign_in_as(desk, "hilang@example")


def test_a_suspended_person_is_told_so_only_after_the_right_password(desk: Desk, aditya: Actor) -> None:
    desk.given(PERSONS, Person(aditya.id, "Aditya", NIP, suspended=True))
    with pytest.raises(WrongCredentials):
        sign_in_as(desk, password=WRONG)
    with pytest.raises(AccountSuspended, match="pengelola kepegawaian"):
        sign_in_as(desk)


def test_neither_password_nor_token_nor_name_is_in_the_journal(desk: Desk) -> None:
    wrong(desk)
    desk.clock.pass_(seconds=1)
    answer, cookie = sign_in_as(desk)

    refused, completed = desk.journal()
    assert (refused.state, refused.refusal) == (State.REFUSED, "wrong-credentials")
    assert (completed.state, completed.answer, completed.has_answer) == (State.COMPLETED, "", False)
    for text in (PASSWORD, WRONG, NIP, answer.access_token, cookie.reveal()):
        assert text not in f"{refused}{completed}"


@pytest.mark.parametrize(
    ("pointer", "body"),
    [
        ("/login", {"login": "", "password": PASSWORD}),
        ("/login", {"login": "x" * 101, "password": PASSWORD}),
        ("/password", {"login": NIP}),
        ("/password", {"login": NIP, "password": 1}),
        ("/remember", {"login": NIP, "password": PASSWORD, "remember": True}),
    ],
)
def test_a_field_that_does_not_fit_is_pointed_at(desk: Desk, pointer: str, body: dict[str, Any]) -> None:
    response = desk.request(sign_in, json_body=body)
    assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, pointer)


def test_wrong_passwords_at_the_same_moment_count_as_many(desk: Desk) -> None:
    def guess(_: int) -> int:
        with pytest.raises((WrongCredentials, LockedOut)) as refusal:
            sign_in_as(desk, NIP, WRONG)
        left = refusal.value.facts.get("attempts_left", 0)
        assert isinstance(left, int)
        return left

    with ThreadPoolExecutor(12) as pool:
        left = sorted(pool.map(guess, range(12)), reverse=True)

    assert left == [4, 3, 2, 1, *[0] * 8]
