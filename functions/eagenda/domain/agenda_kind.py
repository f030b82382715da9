"""What kind of meeting an agenda is. Rules ask for it (a certificate is a bimtek's), so it is code and no table."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from shared.values import Text

# What to wear. PDH, PSL, PDL and PDU are Permendagri 11/2020's; offices add to them as they like, and no rule asks.
Dress = Annotated[str, Text(0, 100)]


class AgendaKind(StrEnum):
    """The kinds that offices of the regency tell apart."""

    RAPAT = "rapat"
    APEL = "apel"
    UPACARA = "upacara"
    SOSIALISASI = "sosialisasi"
    BIMTEK = "bimtek"
    KUNJUNGAN = "kunjungan"
