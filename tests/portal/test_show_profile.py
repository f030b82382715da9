"""Showing who the caller is and what they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.show_profile import show_profile
from functions.portal.shown_profile import Profile, ProfilePosition
from shared.directory.model import APPOINTMENTS, POSITIONS, Position
from shared.refusals import RecordMissing
from shared.rules.appointment import Appointment, AppointmentKind
from tests.desk import MORNING
from tests.portal.accounts import NIP, sign_in_as

if TYPE_CHECKING:
    from datetime import date

    from shared.actor import Actor
    from tests.desk import Desk

TODAY = MORNING.date()
DAY = timedelta(days=1)


def profile(desk: Desk, by: Actor) -> Profile:
    shown: Profile = desk.call(show_profile, by=by)
    return shown


def test_a_person_sees_their_position_and_what_it_allows(desk: Desk, aditya: Actor) -> None:
    signed_in_at = desk.clock.now()
    answer, _ = sign_in_as(desk)
    desk.clock.pass_(minutes=2)

    shown = profile(desk, desk.identity.actor(answer.access_token, desk.clock.now()))

    assert (shown.person.id, shown.person.name, shown.person.email) == (aditya.id, "Aditya", None)
    assert shown.positions == (
        ProfilePosition(
            "post-aditya",
            "Jabatan Aditya",
            AppointmentKind.DEFINITIF,
            "Dinas Bapenda",
            TODAY - timedelta(days=365),
            None,
        ),
    )
    assert shown.permissions == ("agenda.attend",)
    assert shown.signed_in_at == signed_in_at


def test_the_nip_is_masked(desk: Desk, aditya: Actor) -> None:
    response = desk.request(show_profile, token=desk.token(aditya))
    assert response.get_json()["person"]["nip"] == "1994••••••••••1903"
    assert NIP not in response.get_data(as_text=True)


def test_a_person_without_a_nip_has_none(desk: Desk) -> None:
    volunteer = desk.employee("Sari")
    assert desk.request(show_profile, token=desk.token(volunteer)).get_json()["person"]["nip"] is None


def test_an_acting_position_is_named_as_such_after_the_definitive_one(desk: Desk, aditya: Actor) -> None:
    desk.given(POSITIONS, Position("kadis", "bapenda", "Kepala Badan"))
    desk.given(APPOINTMENTS, Appointment("kadis", aditya.id, AppointmentKind.PLT, TODAY - 400 * DAY))

    titles = [position.title for position in profile(desk, aditya).positions]
    assert titles == ["Jabatan Aditya", "Plt. Kepala Badan"]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "held"),
    [
        (TODAY, None, True),
        (TODAY - DAY, TODAY, True),
        (TODAY - 9 * DAY, TODAY - DAY, False),
        (TODAY + DAY, None, False),
    ],
)
def test_a_position_is_held_from_its_first_day_to_its_last(
    desk: Desk,
    aditya: Actor,
    starts_on: date,
    ends_on: date | None,
    held: bool,  # noqa: FBT001 -- the answer
) -> None:
    desk.given(POSITIONS, Position("kabid", "bapenda", "Kepala Bidang"))
    desk.given(APPOINTMENTS, Appointment("kabid", aditya.id, AppointmentKind.DEFINITIF, starts_on, ends_on))

    assert ("kabid" in {position.id for position in profile(desk, aditya).positions}) is held


def test_a_person_who_is_gone_is_missing(desk: Desk, aditya: Actor) -> None:
    with pytest.raises(RecordMissing):
        profile(desk, replace(aditya, id="p-hilang"))


@pytest.mark.parametrize("token", ["", "palsu"])
def test_without_a_token_of_ours_there_is_no_profile(desk: Desk, token: str) -> None:
    assert desk.request(show_profile, token=token).status_code == 401


def test_a_token_is_worth_nothing_after_five_minutes(desk: Desk, aditya: Actor) -> None:
    token = desk.token(aditya)
    desk.clock.pass_(minutes=5)
    assert desk.request(show_profile, token=token).status_code == 401
