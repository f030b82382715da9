"""Submitting a notulen to the chair."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from shared.refusals import InvalidField
from tests.eagenda.minuting import Minutes, decided

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    return Minutes(desk)


@pytest.mark.parametrize(
    ("pointer", "wrong"),
    [
        ("/text/decisions/0/text", {"text": ""}),
        ("/text/decisions/0/owner_id", {"owner_id": ""}),
        ("/text/decisions/0/due_on", {"due_on": None}),
        ("/text/decisions/0/due_on", {"due_on": date(2026, 11, 23)}),
        ("/text/decisions/0/due_on", {"due_on": date(2026, 12, 25)}),
    ],
)
def test_a_decision_needs_words_an_owner_and_a_working_day(
    minutes: Minutes, pointer: str, wrong: dict[str, Any]
) -> None:
    minutes.name(minutes.budi)
    minutes.write(decided(minutes.aditya, **wrong))
    with pytest.raises(InvalidField) as refused:
        minutes.submit()
    assert refused.value.facts["errors"][0]["pointer"] == pointer


def test_an_empty_notulen_is_not_submitted(minutes: Minutes) -> None:
    minutes.name(minutes.budi)
    minutes.write(discussion="")
    with pytest.raises(InvalidField):
        minutes.submit()
    minutes.write(conclusion="")
    with pytest.raises(InvalidField):
        minutes.submit()
