"""Who acts for whom on a day."""

from __future__ import annotations

from datetime import date

from shared.rules.acting_for import Absence, AbsenceKind, Acting, Aide, AideKind, acting_for
from shared.rules.appointment import Appointment, AppointmentKind

DEFINITIF, PLT, PLH = AppointmentKind.DEFINITIF, AppointmentKind.PLT, AppointmentKind.PLH
FROM, TO, DAY, LATER = date(2026, 11, 2), date(2026, 11, 20), date(2026, 11, 10), date(2026, 11, 21)
HOLDER = Appointment("camat", "ani", DEFINITIF, date(2024, 1, 2))
AWAY = Absence("a", AbsenceKind.CUTI, FROM, TO)


def test_the_holder_decides_while_present() -> None:
    assert acting_for([HOLDER], [], [], DAY) == Acting("ani", DEFINITIF, None, is_away=False, aide_position_ids=())


def test_the_plh_decides_for_the_holder_who_is_away_and_no_day_longer() -> None:
    held = [HOLDER, Appointment("camat", "budi", PLH, FROM, TO)]

    assert acting_for(held, [AWAY], [], DAY) == Acting("budi", PLH, "ani", is_away=True, aide_position_ids=())
    assert acting_for(held, [AWAY], [], LATER) == Acting("ani", DEFINITIF, None, is_away=False, aide_position_ids=())


def test_who_is_away_without_a_stand_in_decides_still() -> None:
    assert acting_for([HOLDER], [AWAY], [], DAY) == Acting("ani", DEFINITIF, None, is_away=True, aide_position_ids=())


def test_in_a_vacant_post_the_plt_decides_for_nobody() -> None:
    vacant = acting_for([Appointment("camat", "budi", PLT, FROM)], [], [], DAY)
    assert (vacant.person_id, vacant.for_person_id, vacant.is_away) == ("budi", None, False)
    assert acting_for([], [], [], DAY) == Acting(None, None, None, is_away=False, aide_position_ids=())


def test_an_aide_prepares_from_a_day_to_a_day_and_decides_nothing() -> None:
    aides = [Aide("tu", AideKind.SEKRETARIS, FROM, TO), Aide("ajudan", AideKind.AJUDAN, LATER)]

    assert acting_for([HOLDER], [], aides, DAY).aide_position_ids == ("tu",)
    assert acting_for([HOLDER], [], aides, LATER).aide_position_ids == ("ajudan",)
    assert acting_for([HOLDER], [], aides, LATER).person_id == "ani"
