"""What E-Agenda stores although the tree of organisations says it: who may list an agenda."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.drafts import AGENDA_DRAFTS
from functions.eagenda.records import AGENDAS, WITH_OFFICE
from functions.eagenda.rooms import ROOMS
from shared.directory.following import Following, Path
from shared.rebuild.derivation import readers_of


def _moved(agenda: Agenda, path: Path) -> Agenda:
    return replace(agenda, organiser=replace(agenda.organiser, organisation_path=path))


AGENDAS_FOLLOW = Following(AGENDAS, WITH_OFFICE, lambda it: it.organiser.organisation_path, _moved)

AGENDA_READERS = readers_of(AGENDAS, "Agenda", 1, AGENDAS_FOLLOW.now)
ROOM_READERS = readers_of(ROOMS, "Ruang rapat", 1)
DRAFT_READERS = readers_of(AGENDA_DRAFTS, "Draf agenda", 1)
