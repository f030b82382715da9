"""How long it is known who saw whose numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.forget_accesses import forget_accesses

if TYPE_CHECKING:
    from tests.directory.disclosing import Disclosing

FIVE_YEARS = 5 * 365


def test_it_is_forgotten_after_five_years_and_not_before(disclosing: Disclosing) -> None:
    disclosing.disclose(disclosing.admin)
    disclosing.desk.clock.pass_(days=1)
    disclosing.disclose(disclosing.admin)

    disclosing.desk.clock.pass_(days=FIVE_YEARS - 1)
    disclosing.desk.run_scheduled(forget_accesses)
    assert len(disclosing.accesses().items) == 2

    disclosing.desk.clock.pass_(minutes=1)
    disclosing.desk.run_scheduled(forget_accesses)
    assert len(disclosing.accesses().items) == 1
