"""The chain of approvals."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.refusals import InvalidField
from shared.rules.chain import (
    MOST_STEPS,
    NotAsked,
    StepRole,
    StepState,
    approved,
    asked_of,
    asked_step,
    asked_turn,
    back_to_previous,
    begun,
    begun_at,
    chain_of,
    with_checker,
    withdrawn,
)

if TYPE_CHECKING:
    from shared.rules.chain import Chain

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
SIGNER = ("kadis", "Kepala Dinas")


def chain(*orders: int) -> Chain:
    return begun(chain_of([(f"p{place}", f"Jabatan {place}", it) for place, it in enumerate(orders)], SIGNER), NOW)


def asked(it: Chain) -> list[str]:
    return [step.position_id for step in asked_of(it)]


def after_all_of_turn(it: Chain) -> Chain:
    for step in asked_of(it):
        it = approved(it, step, "somebody", "Seseorang", NOW)
    return it


def test_orders_are_asked_one_after_the_other_those_of_one_order_together_and_the_signer_last() -> None:
    it = chain(5, 1, 5)
    assert asked(it) == ["p1"]
    it = after_all_of_turn(it)
    assert asked(it) == ["p0", "p2"]
    assert asked(after_all_of_turn(it)) == ["kadis"]


def test_without_checkers_the_signer_is_asked_at_once() -> None:
    assert asked(chain()) == ["kadis"]


def test_a_post_stands_in_a_chain_once_and_a_chain_has_an_end() -> None:
    with pytest.raises(InvalidField):
        chain_of([("kadis", "Kepala Dinas", 1)], SIGNER)
    with pytest.raises(InvalidField):
        chain(*range(MOST_STEPS))


def test_it_goes_back_one_order_and_what_came_before_that_stays_approved() -> None:
    it = after_all_of_turn(after_all_of_turn(chain(1, 2, 3)))
    back = back_to_previous(it, asked_turn(it, "p2"), NOW)
    assert [step.state for step in back] == [
        StepState.APPROVED,
        StepState.ASKED,
        StepState.WAITING,
        StepState.WAITING,
    ]
    with pytest.raises(InvalidField, match="konseptor"):
        back_to_previous(chain(1), asked_turn(chain(1), "p0"), NOW)


def test_what_is_withdrawn_asks_nobody_and_begins_anew() -> None:
    it = withdrawn(after_all_of_turn(chain(1, 2)))
    assert asked(it) == []
    assert asked(begun(it, NOW)) == ["p0"]


def test_only_whose_turn_it_is_decides_and_as_what_they_are_asked() -> None:
    with pytest.raises(NotAsked, match="Jabatan 0"):
        asked_turn(chain(1, 2), "p1")
    with pytest.raises(NotAsked, match="menandatangani"):
        asked_step(chain(), "kadis", StepRole.CHECK)


def test_a_checker_is_added_after_a_step_and_before_who_signs() -> None:
    it = chain(1)
    more = with_checker(it, asked_turn(it, "p0"), "baru", "Baru")
    assert asked(after_all_of_turn(more)) == ["baru"]
    signing = after_all_of_turn(chain(1))
    step = asked_turn(signing, "kadis")
    held = begun_at(with_checker(signing, step, "baru", "Baru"), step.order, NOW)
    assert asked(held) == ["baru"]
    assert asked(after_all_of_turn(held)) == ["kadis"]


@given(st.lists(st.integers(1, 4), max_size=MOST_STEPS - 1))
def test_every_chain_ends_with_its_signer_after_each_step_once(orders: list[int]) -> None:
    it = chain(*orders)
    decided = 0
    while asked(it) != ["kadis"]:
        decided += len(asked_of(it))
        it = after_all_of_turn(it)
    assert decided == len(orders)
