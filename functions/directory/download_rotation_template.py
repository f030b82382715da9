"""Download an example of a file of moves, to be filled in."""

from __future__ import annotations

from functions.directory.domain.rotation_file import COLUMNS, MOST_MOVES
from shared.answers import Xlsx
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.table import Column, Table, xlsx
from shared.permissions import Permission

_WIDTHS = (22, 22, 40, 40, 12)
_FACTS = {
    "Isi": f"satu baris untuk setiap pejabat yang mendapat jabatan, paling banyak {MOST_MOVES} baris",
    "Jabatan": "kode jabatan, atau nama jabatan dan OPD persis seperti di direktori",
    "Jenis": "definitif bila kosong; Plt. atau Pj. untuk jabatan yang lowong",
    "Jabatan lama": "jabatan definitif lama berakhir sendiri sehari sebelumnya",
}


@query(permission=Permission.MANAGE_DIRECTORY, limit=PerActor(per_minute=20, burst=10))
def download_rotation_template(ctx: ReadContext) -> Xlsx:
    """Download an empty table of moves with the titles that a rotation asks for."""
    columns = tuple(Column(title, width) for title, width in zip(COLUMNS, _WIDTHS, strict=True))
    blank: list[tuple[None, ...]] = [(None,) * len(COLUMNS)]
    table = Table(title="Mutasi pejabat", facts=_FACTS, columns=columns, rows=blank, made_at=ctx.now)
    return Xlsx("mutasi-pejabat.xlsx", xlsx(table))
