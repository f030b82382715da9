"""One certificate among many."""

from __future__ import annotations

from tests.eagenda.certifying import Bimtek


def test_one_of_many_is_found_by_name_or_nip(bimtek: Bimtek) -> None:
    assert bimtek.found("aditya").items == ()
    bimtek.issue()
    for text in ("adit", "Aditya", "19940922 201903 1 903"):
        [found] = bimtek.found(text).items
        assert (found.name, found.withdrawn_at) == ("Aditya", None)
    for text in ("budi", "aditya budi", "--"):
        assert bimtek.found(text).items == ()
    bimtek.withdraw()
    assert bimtek.found("adit").items[0].reason == "Tidak mengikuti sampai akhir"
