"""Who saw my numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.directory.model import POSITIONS

if TYPE_CHECKING:
    from tests.directory.disclosing import Disclosing


def test_the_latest_comes_first_page_by_page(disclosing: Disclosing) -> None:
    for _ in range(27):
        disclosing.disclose(disclosing.admin)
        disclosing.desk.clock.pass_(minutes=1)
    first = disclosing.accesses()
    second = disclosing.accesses(cursor=first.next_cursor)

    assert (len(first.items), len(second.items), second.next_cursor) == (25, 2, None)
    moments = [it.at for it in (*first.items, *second.items)]
    assert moments == sorted(moments, reverse=True)


def test_it_is_seen_by_the_person_alone(disclosing: Disclosing) -> None:
    disclosing.disclose(disclosing.admin)
    assert disclosing.accesses(disclosing.admin).items == ()


def test_who_looked_is_named_though_the_position_is_no_longer_there(disclosing: Disclosing) -> None:
    nowhere = disclosing.desk.employee("Yuni", *disclosing.admin.permissions)
    disclosing.disclose(nowhere)
    disclosing.desk.records.transact(lambda tx: tx.delete(POSITIONS.stored, nowhere.position_id))
    [row] = disclosing.accesses().items
    assert (row.name, row.position_title, row.organisation_name) == ("Yuni", "", "")
