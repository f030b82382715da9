"""To whom a desk may route a letter: posts of its own office, of those above it, and of the regency's head.

The Sekretariat Daerah serves the Bupati and the Wakil Bupati (UU 23/2014 art. 213), so its desks take their letters in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.refusals import InvalidField
from shared.rules.rank_class import rank_order

if TYPE_CHECKING:
    from collections.abc import Iterable

SEKDA_CLASS = "II.a"  # of a regency the Sekretaris Daerah alone (PP 18/2016)


@dataclass(frozen=True, slots=True)
class Post:
    """A post that may get letters; ``depth`` is 0 in the office itself, 1 in the one above it and so on."""

    position_id: str
    title: str
    rank_class: str
    organisation_id: str
    depth: int


def in_order(posts: Iterable[Post]) -> list[Post]:
    """Return the posts as a desk wants them: its own office first, there the highest first."""
    return sorted(posts, key=lambda it: (it.depth, rank_order(it.rank_class), it.title))


def require_post(posts: Iterable[Post], position_id: str) -> Post:
    """Return the post that a letter is routed to. Raises InvalidField for one that is none of them."""
    found = next((it for it in posts if it.position_id == position_id), None)
    if found is None:
        raise InvalidField("/addressee_id", "Pilih jabatan dari daftar penerima surat OPD Anda.")
    return found
