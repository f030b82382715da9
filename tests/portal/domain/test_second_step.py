"""Codes of the moment, as the standard has them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from functions.portal.domain.second_step import new_recovery_codes, new_second_step, take_code
from functions.portal.second_step import code_maker
from shared.values import Secret
from tests.portal.second_steps import KEY


# RFC 6238, appendix B, SHA-1, the last six digits.
@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ],
)
def test_they_are_those_of_the_standard(seconds: int, code: str) -> None:
    assert code_maker(KEY)(seconds // 30) == code


@pytest.mark.parametrize("typed", ["287082", "287 082", " 287082 "])
def test_a_code_may_be_typed_with_spaces(typed: str) -> None:
    step = new_second_step("p", Secret("fresh"))
    taken = take_code(step, Secret(typed), datetime.fromtimestamp(59, UTC), code_maker(KEY))
    assert taken is not None
    assert taken.last_step == 1


def test_recovery_codes_differ() -> None:
    assert len(set(new_recovery_codes(Secret("fresh")))) == 8
