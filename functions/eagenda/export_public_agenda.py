"""Export the leadership's public agenda as data that others may use."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from functions.eagenda.public_agendas import CACHE_SECONDS, as_public, public_agendas
from shared.answers import DataPage
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.rules.calendar import in_wib

if TYPE_CHECKING:
    from functions.eagenda.public_agendas import PublicAgenda


@query(permission=PUBLIC, limit=PerAddress(per_minute=60, burst=30), page="/publik/agenda.json")
def export_public_agenda(ctx: ReadContext) -> DataPage:
    """Export what the page of the public agenda shows as JSON, with the words of the page as names."""
    told = [_row(as_public(led)) for led in public_agendas(ctx)]

    data = {"sumber": f"{ctx.ports.public_url}/publik/agenda", "contoh": ctx.ports.demo, "agenda": told}
    return DataPage(json.dumps(data, ensure_ascii=False, indent=1).encode(), cache_seconds=CACHE_SECONDS)


def _row(agenda: PublicAgenda) -> dict[str, object]:
    return {
        "id": agenda.id,
        "judul": agenda.title,
        "tempat": agenda.place,
        "mulai": in_wib(agenda.starts_at).isoformat(timespec="seconds"),
        "selesai": in_wib(agenda.ends_at).isoformat(timespec="seconds"),
        "dibatalkan": agenda.is_cancelled,
        "penyelenggara": agenda.organisation,
        "pimpinan": [{"jabatan": leader.position, "nama": leader.name} for leader in agenda.leaders],
    }
