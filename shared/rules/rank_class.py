"""How high a position stands, from the head of the region down."""

from __future__ import annotations

# UU 20/2023 art. 13 and PP 11/2017: JPT pratama (eselon II), administrator (III), pengawas (IV); PermenPANRB 1/2023:
# the levels of functional positions; below them pelaksana. Whoever is no ASN has none of these.
RANK_CLASSES = (
    "kepala-daerah",
    "II.a",
    "II.b",
    "III.a",
    "III.b",
    "IV.a",
    "IV.b",
    "ahli-utama",
    "ahli-madya",
    "ahli-muda",
    "ahli-pertama",
    "penyelia",
    "mahir",
    "terampil",
    "pemula",
    "pelaksana",
    "kepala-desa",
    "perangkat-desa",
    "non-asn",
)

_OF_ONE = {"kepala-daerah", "II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "kepala-desa"}


def has_one_holder(rank_class: str) -> bool:
    """Whether a post of the class is one of its name in its office, as that of a head is."""
    return rank_class in _OF_ONE


def rank_order(rank_class: str) -> int:
    """Return by what a list puts the highest first; a class that is not known comes last."""
    return RANK_CLASSES.index(rank_class) if rank_class in RANK_CLASSES else len(RANK_CLASSES)
