"""Who prepares in a chief's name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pytest

from functions.directory.domain.aides import AideElsewhere, TooManyAides, assign, end, post_near
from shared.refusals import InvalidField, RecordMissing
from shared.rules.acting_for import Aide, AideKind

FIRST = date(2026, 11, 24)
TU = Aide("tu", AideKind.SEKRETARIS, FIRST)


class Held(NamedTuple):
    position_id: str
    organisation_path: tuple[str, ...]


def with_tu(*recorded: Aide, aide: Aide = TU) -> tuple[Aide, ...]:
    return assign(recorded, aide, "kadis")


def test_an_aide_is_of_the_chiefs_office_or_below_it() -> None:
    elsewhere, here = Held("kaban", ("bapenda", "pemkab")), Held("tu", ("dinsos", "pemkab"))
    assert post_near((elsewhere, here), "dinsos") == here
    assert post_near((elsewhere, here), "pemkab") == elsewhere
    for held in ((elsewhere,), ()):
        with pytest.raises(AideElsewhere):
            post_near(held, "dinsos")


def test_the_same_again_changes_nothing_and_a_second_time_at_once_is_none() -> None:
    assert with_tu(TU) == (TU,)
    with pytest.raises(InvalidField):
        with_tu(TU, aide=Aide("tu", AideKind.AJUDAN, FIRST + timedelta(days=5)))


def test_nobody_helps_themselves_or_ends_before_they_begin() -> None:
    with pytest.raises(InvalidField):
        assign((), Aide("kadis", AideKind.AJUDAN, FIRST), "kadis")
    with pytest.raises(InvalidField):
        with_tu(aide=Aide("tu", AideKind.AJUDAN, FIRST, FIRST - timedelta(days=1)))


def test_one_record_holds_ten() -> None:
    many = tuple(Aide(f"tu-{number}", AideKind.AJUDAN, FIRST) for number in range(10))
    with pytest.raises(TooManyAides):
        with_tu(*many)


def test_an_aide_ends_on_a_day_or_never_was() -> None:
    assert end((TU,), "tu", FIRST, FIRST) == (Aide("tu", AideKind.SEKRETARIS, FIRST, FIRST),)
    assert end((TU,), "tu", FIRST, FIRST - timedelta(days=1)) == ()
    with pytest.raises(RecordMissing):
        end((TU,), "ajudan", FIRST, FIRST)
    with pytest.raises(InvalidField):
        end(end((TU,), "tu", FIRST, FIRST), "tu", FIRST, FIRST + timedelta(days=1))
