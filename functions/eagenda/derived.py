"""What E-Agenda stores although the tree of organisations says it: who may list an agenda, and what it decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.decisions import DECISIONS, DECISIONS_WITH_OFFICE
from functions.eagenda.domain.agenda import Agenda, AgendaState
from functions.eagenda.domain.decision import Decision
from functions.eagenda.domain.recap import VERSION, CountedList, OfficeRecap, PersonRecap
from functions.eagenda.drafts import AGENDA_DRAFTS
from functions.eagenda.recaps import COUNTED_LISTS, OFFICE_RECAPS, PERSON_RECAPS, parent_of
from functions.eagenda.recaps import WITH_OFFICE as RECAPS_WITH_OFFICE
from functions.eagenda.records import AGENDAS, WITH_OFFICE
from functions.eagenda.rooms import ROOMS
from shared.directory.following import Following, Path
from shared.rebuild.change import Change
from shared.rebuild.derivation import Derivation, readers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.kernel.context import Context


def _moved(agenda: Agenda, path: Path) -> Agenda:
    return replace(agenda, organiser=replace(agenda.organiser, organisation_path=path))


def _decision_moved(decision: Decision, path: Path) -> Decision:
    return replace(decision, organisation_path=path)


AGENDAS_FOLLOW = Following(AGENDAS, WITH_OFFICE, lambda it: it.organiser.organisation_path, _moved)

AGENDA_READERS = readers_of(AGENDAS, "Agenda", 1, AGENDAS_FOLLOW.now)
ROOM_READERS = readers_of(ROOMS, "Ruang rapat", 1)
DRAFT_READERS = readers_of(AGENDA_DRAFTS, "Draf agenda", 1)


def _persons_moved(recap: PersonRecap, path: Path) -> PersonRecap:
    return replace(recap, organisation_path=path)


def _offices_moved(recap: OfficeRecap, path: Path) -> OfficeRecap:
    return replace(recap, organisation_path=path, parent_id=parent_of(path))


def _uncounted(key: str, agenda: Agenda, ctx: Context) -> Iterator[Change[CountedList]]:
    counted = ctx.find(COUNTED_LISTS, key, right_from="what is counted follows from what was closed")
    if agenda.state is AgendaState.CLOSED and (counted is None or counted.version != VERSION):
        waiting = CountedList(key, VERSION, is_done=False, asked_at=agenda.starts_at)
        yield Change(COUNTED_LISTS, waiting, is_new=counted is None)


PERSON_RECAPS_FOLLOW = Following(PERSON_RECAPS, RECAPS_WITH_OFFICE, lambda it: it.organisation_path, _persons_moved)
OFFICE_RECAPS_FOLLOW = Following(OFFICE_RECAPS, RECAPS_WITH_OFFICE, lambda it: it.organisation_path, _offices_moved)

PERSON_RECAP_READERS = readers_of(PERSON_RECAPS, "Rekap orang", 1, PERSON_RECAPS_FOLLOW.now)
OFFICE_RECAP_READERS = readers_of(OFFICE_RECAPS, "Rekap kantor", 1, OFFICE_RECAPS_FOLLOW.now)
# A list that is to be counted is put in the queue; `count_attendance` counts it, as it does when a list is closed.
RECAPS = Derivation("counted-lists", "Hitungan rekap kehadiran", VERSION, AGENDAS, _uncounted)
DECISIONS_FOLLOW = Following(DECISIONS, DECISIONS_WITH_OFFICE, lambda it: it.organisation_path, _decision_moved)
DECISION_READERS = readers_of(DECISIONS, "Tindak lanjut rapat", 1, DECISIONS_FOLLOW.now)
