"""Acting as one of several positions: rights and signature come from that one alone."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from shared.directory.model import APPOINTMENTS, POSITIONS, Position
from shared.directory.standing import ROLES, Role
from shared.permissions import Permission
from shared.ports.identity import PositionNotHeld
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date
from tests.desk import MORNING
from tests.kernel.notes import NOTES, organise, show_to_display, write_note
from tests.kernel.reading import problem

if TYPE_CHECKING:
    from flask import Response

    from shared.actor import Actor
    from tests.desk import Desk

TODAY = wib_date(MORNING)
OWN, ACTING, ENDED = "post-siti", "sekcam", "kasi"
FORM = {"text": "Rapat"}


@pytest.fixture
def siti(desk: Desk) -> Actor:
    """Return a person with a post of her own, one in which she acts, and one that ended yesterday."""
    desk.organisation("trowulan")
    desk.given(ROLES, Role("pengundang", "Pengundang", (Permission.ORGANISE_AGENDA,)))
    desk.given(POSITIONS, Position(ACTING, "trowulan", "Sekretaris Camat", roles=("pengundang",)))
    desk.given(POSITIONS, Position(ENDED, "trowulan", "Kepala Seksi", roles=("pengundang",)))
    since = TODAY - timedelta(days=30)
    desk.given(APPOINTMENTS, Appointment(ACTING, "p-siti", AppointmentKind.PLH, since))
    desk.given(APPOINTMENTS, Appointment(ENDED, "p-siti", AppointmentKind.PLT, since, TODAY - timedelta(days=1)))
    return desk.employee("Siti", Permission.ATTEND)


def send(desk: Desk, siti: Actor, position: str, key: str = "") -> Response:
    headers = {"Trowulan-Position": position, **({"Idempotency-Key": key} if key else {})}
    return desk.request(write_note, json_body=FORM, token=desk.token(siti), headers=headers)


def test_without_a_choice_the_definitive_position_acts(siti: Actor) -> None:
    assert (siti.position_id, siti.organisation_id) == (OWN, "diskominfo")
    assert siti.permissions == {Permission.ATTEND}


def test_rights_office_and_signature_are_those_of_the_chosen_position_alone(desk: Desk, siti: Actor) -> None:
    acting = desk.signed_in(siti.id, position_id=ACTING)

    assert (acting.position_title, acting.organisation_path) == ("Plh. Sekretaris Camat", ("trowulan",))
    assert acting.permissions == {Permission.ORGANISE_AGENDA}
    assert set(acting.position_ids) == {OWN, ACTING}, "what waits for all of them is still shown"


def test_the_header_says_as_which_position_a_call_comes(desk: Desk, siti: Actor) -> None:
    assert send(desk, siti, ACTING).status_code == 200

    [row] = desk.journal()
    [note] = [desk.found(NOTES, json.loads(row.answer)["id"])]
    assert (row.as_position, note and note.organisation_id) == (ACTING, "trowulan")


def test_a_right_of_the_other_position_does_not_help(desk: Desk, siti: Actor) -> None:
    as_own = desk.request(organise, json_body=FORM, token=desk.token(siti))
    problem(as_own, 403, "not-permitted")
    headers = {"Trowulan-Position": ACTING}
    as_acting = desk.request(organise, json_body=FORM, token=desk.token(siti), headers=headers)
    assert as_acting.status_code == 200


@pytest.mark.parametrize("position", [ENDED, "bupati", "x" * 5000, "pos:sekcam"])
def test_a_position_that_is_not_held_today_is_refused_and_nothing_is_done(
    desk: Desk, siti: Actor, position: str
) -> None:
    refused = problem(send(desk, siti, position), 403, "position-not-held")

    assert refused["detail"] == "Pilih jabatan lain di menu pengguna, lalu ulangi."
    assert desk.journal() == []


def test_on_the_day_after_its_last_a_position_acts_no_more(desk: Desk, siti: Actor) -> None:
    last = Appointment(ACTING, siti.id, AppointmentKind.PLH, TODAY - timedelta(days=30), TODAY)
    desk.given(APPOINTMENTS, last)
    assert desk.signed_in(siti.id, "today", ACTING).position_id == ACTING

    desk.clock.pass_(days=1)
    with pytest.raises(PositionNotHeld):
        desk.signed_in(siti.id, "tomorrow", ACTING)


def test_who_holds_no_position_acts_as_none(desk: Desk, siti: Actor) -> None:
    desk.clock.pass_(days=-400)
    assert desk.signed_in(siti.id, "long ago").position_id == ""
    with pytest.raises(PositionNotHeld):
        desk.signed_in(siti.id, "long ago", OWN)


def test_a_command_sent_again_as_another_position_is_the_same_command(desk: Desk, siti: Actor) -> None:
    first = send(desk, siti, ACTING, key="one-key")
    again = send(desk, siti, OWN, key="one-key")

    assert again.get_data() == first.get_data()
    assert [row.as_position for row in desk.journal()] == [ACTING], "it was done once, and as which is kept"


def test_a_hall_display_has_no_positions_and_minds_none(desk: Desk) -> None:
    token = desk.identity.display_token("agenda-1", MORNING, MORNING + timedelta(hours=1)).text
    response = desk.request(show_to_display, token=token, headers={"Trowulan-Position": ACTING})
    assert response.status_code == 200
