"""Listing to whom the desk may route."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from functions.eoffice.list_addressees import list_addressees
from shared.directory.model import ORGANISATIONS, Organisation, OrganisationKind
from shared.permissions import Permission

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def possible(room: MailRoom, by: Actor) -> list[tuple[str, str]]:
    return [(it.position_id, it.holder) for it in room.desk.call(list_addressees, by=by).items]


def test_the_head_of_the_office_comes_first_and_who_decides_stands_beside_the_post(room: MailRoom) -> None:
    assert possible(room, room.clerk) == [
        ("kadis", "Nurul"),
        ("sekdis", "Siti"),
        ("kabid", "Bayu"),
        ("petugas", "Dewi"),
        ("staf", "Joni"),
    ]


def test_the_desk_of_the_secretariat_routes_to_the_sekda_and_to_the_head_of_the_regency(room: MailRoom) -> None:
    umi = room.holder("umi", "tu", "bag-umum", "IV.a", Permission.REGISTER_LETTERS)
    assert [post for post, _ in possible(room, umi)] == ["tu", "sekda", "bupati"]


def test_nothing_is_routed_to_a_dissolved_office(room: MailRoom) -> None:
    gone = Organisation("diskominfo", OrganisationKind.OPD, "Diskominfo", "Diskominfo", ends_on=date(2026, 11, 23))
    room.desk.given(ORGANISATIONS, gone)
    assert possible(room, room.clerk) == []
