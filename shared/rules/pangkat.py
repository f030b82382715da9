"""The rank (pangkat) that goes with a PNS's golongan, as it stands below a signature (PP 99/2000; PP 11/2017)."""

from __future__ import annotations

_PANGKAT = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}


def pangkat(golongan: str) -> str:
    """Return the rank of a golongan; a PPPK has a golongan and no rank."""
    return _PANGKAT.get(golongan, "")


def pangkat_golongan(golongan: str) -> str:
    """Return rank and golongan as a form writes them: ``Penata Tingkat I, III/d``; without rank, the golongan alone."""
    rank = pangkat(golongan)
    return f"{rank}, {golongan}" if rank else golongan
