"""Who is below whom."""

from __future__ import annotations

import pytest

from functions.eoffice.domain.below import Rung, below

BUPATI = Rung("bupati", "Bupati", "kepala-daerah", "pemkab")
WAKIL = Rung("wakil", "Wakil Bupati", "kepala-daerah", "pemkab")
SEKDA = Rung("sekda", "Sekda", "II.a", "setda")
ASISTEN = Rung("asisten", "Asisten", "II.b", "setda")
KABAG = Rung("kabag", "Kabag", "III.a", "bag-umum")
KADIS = Rung("kadis", "Kadis", "II.b", "dinas")
SEKDIS = Rung("sekdis", "Sekdis", "III.a", "dinas")
KABID = Rung("kabid", "Kabid", "III.b", "dinas")
STAF = Rung("staf", "Staf", "pelaksana", "dinas")
UPTD = Rung("uptd", "Kepala UPTD", "IV.a", "uptd")
UPTD_STAF = Rung("uptd-staf", "Staf UPTD", "pelaksana", "uptd")
ALL = (BUPATI, WAKIL, SEKDA, ASISTEN, KABAG, KADIS, SEKDIS, KABID, STAF)
OF_DINAS = (KADIS, SEKDIS, KABID, STAF, UPTD, UPTD_STAF)


@pytest.mark.parametrize(
    ("giver", "posts", "expected"),
    [
        (BUPATI, ALL, {"sekda", "asisten", "kabag", "kadis"}),
        (SEKDA, ALL, {"asisten", "kabag", "kadis"}),
        (KADIS, OF_DINAS, {"sekdis", "kabid", "staf", "uptd"}),
        (SEKDIS, OF_DINAS, {"kabid", "staf", "uptd"}),
        (KABID, OF_DINAS, {"staf", "uptd"}),
        (UPTD, (UPTD, UPTD_STAF), {"uptd-staf"}),
        (STAF, OF_DINAS, set()),
    ],
)
def test_a_letter_goes_to_those_who_rank_lower_and_in_other_offices_to_their_heads(
    giver: Rung, posts: tuple[Rung, ...], expected: set[str]
) -> None:
    assert {it.position_id for it in below(giver, posts)} == expected
