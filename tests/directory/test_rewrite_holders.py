"""Writing anew what is shown of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.directory.directory import Directory
from shared.directory.model import PERSON_CARDS
from shared.directory.standing import STANDINGS

if TYPE_CHECKING:
    from tests.directory.tree import Tree


def test_standing_and_card_are_what_the_directory_says_however_often_it_is_told(tree: Tree) -> None:
    tree.posts.appoint()
    tree.edit("trowulan", name="Kecamatan Trowulan Raya")
    tree.desk.deliver()
    tree.desk.deliver_again()

    assert tree.desk.found(STANDINGS, "p-0") == Directory(tree.desk.records, tree.desk.clock.now()).standing("p-0")
    card = tree.desk.found(PERSON_CARDS, "p-0")
    assert card is not None
    assert (card.position_title, card.organisation_name) == ("Sekretaris Camat", "Kecamatan Trowulan Raya")
