"""In whose name an official may sign: the head of their office, those above it, the head of the region."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.papers.list_superiors import WhoseSuperiors, list_superiors
from shared.directory.model import POSITIONS, Position
from shared.directory.superiors import head
from shared.rules.calendar import wib_date
from tests.desk import MORNING

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.letters import Letters

DAY = wib_date(MORNING)
BUPATI = Position("bupati", "pemkab", "Bupati Mojokerto", "kepala-daerah")
WAKIL = Position("wabup", "pemkab", "Wakil Bupati Mojokerto", "kepala-daerah")
KADIS = Position("kadis", "diskominfo", "Kepala Dinas Komunikasi dan Informatika", "II.b")
KABID = Position("post-tini", "diskominfo", "Kepala Bidang Layanan", "III.b")
STAFF = Position("staff", "diskominfo", "Pranata Komputer", "ahli-muda")


def titles(letters: Letters, person: Actor) -> tuple[str, ...]:
    found: tuple[str, ...] = letters.desk.call(list_superiors, WhoseSuperiors(person.id), by=letters.ratna).titles
    return found


def test_above_the_head_of_a_bidang_is_the_head_of_the_dinas_and_above_that_the_bupati(letters: Letters) -> None:
    letters.desk.given(POSITIONS, BUPATI, WAKIL, KADIS, KABID, STAFF)
    assert titles(letters, letters.tini) == (KADIS.title, BUPATI.title)


def test_above_the_head_of_the_dinas_is_the_bupati_alone(letters: Letters) -> None:
    head_of_office = Position("post-tini", "diskominfo", "Kepala Dinas", "II.b")
    letters.desk.given(POSITIONS, BUPATI, WAKIL, head_of_office, STAFF)
    assert titles(letters, letters.tini) == (BUPATI.title,)


def test_of_somebody_from_elsewhere_nothing_is_told(letters: Letters) -> None:
    letters.desk.given(POSITIONS, BUPATI, KADIS)
    assert titles(letters, letters.desk.employee("Rina", organisation="dinsos")) == ()


@pytest.mark.parametrize(
    ("positions", "found"),
    [
        ((STAFF,), None),
        ((BUPATI, WAKIL), BUPATI),
        ((KABID, Position("other", "diskominfo", "Kepala Bidang Data", "III.b")), None),
        ((KABID, Position("former", "diskominfo", "Kepala Dinas", "II.b", ends_on=DAY - timedelta(days=1))), KABID),
    ],
    ids=["nobody heads an office of staff alone", "a deputy is no head", "of two none is", "an abolished post is none"],
)
def test_the_head_is_the_one_that_stands_highest(positions: tuple[Position, ...], found: Position | None) -> None:
    assert head(positions, DAY) == found
