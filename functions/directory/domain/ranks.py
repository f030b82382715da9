"""The class of a position as it is typed."""

from __future__ import annotations

from shared.refusals import InvalidField
from shared.rules.rank_class import RANK_CLASSES


def check_rank_class(rank_class: str) -> str:
    """Return the class, or refuse one that is not known; a position may have none."""
    if rank_class and rank_class not in RANK_CLASSES:
        raise InvalidField("/rank_class", "Pilih eselon atau jenjang dari daftar.")
    return rank_class


def read_rank_class(text: str) -> str | None:
    """Return the class that a table writes as ``Eselon III.a``, ``III/a`` or ``Ahli Muda``; None for an unknown one."""
    plain = text.lower().removeprefix("eselon").strip().replace("/", ".").replace(" ", "-")
    return {"": "", **{it.lower(): it for it in RANK_CLASSES}}.get(plain)
