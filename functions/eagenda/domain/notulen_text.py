"""What is typed of a notulen, and when it is complete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from shared.refusals import InvalidField
from shared.rules.calendar import is_working_day, long_date
from shared.rules.numbering import AsWritten
from shared.values import Day, Paragraph, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


Prose = Annotated[str, Text(0, 20_000)]
RowId = Annotated[str, Text(8, 40), AsWritten(r"^[0-9a-f-]+$")]  # made where the row is typed; the agenda's own


@dataclass(frozen=True, slots=True)
class DraftDecision:
    """A decision as it is typed: who does what by when. What is not known yet is empty.

    With ``as_post`` it is given to the post that the person holds, so it goes to whoever holds the post after them.
    """

    id: RowId
    text: Annotated[str, Text(0, 1000)] = ""
    owner_id: str = ""
    as_post: bool = True
    due_on: Day | None = None


@dataclass(frozen=True, slots=True)
class NotulenText:
    """What is typed. ``invitation`` names the surat undangan, ``points`` the acara, one in a line."""

    invitation: Annotated[str, Text(0, 200)] = ""
    points: Paragraph = ""
    opening: Prose = ""
    discussion: Prose = ""
    conclusion: Prose = ""
    closing: Prose = ""
    decisions: tuple[DraftDecision, ...] = ()


def require_complete(
    place: str, decision: DraftDecision, held_on: date, days_off: Collection[date], next_day: Callable[[date], date]
) -> None:
    """Refuse a decision that lacks something, or is due on a day off. Raises InvalidField."""
    if not decision.text:
        raise InvalidField(f"{place}/text", "Isi keputusannya, atau hapus baris ini.")
    if not decision.owner_id:
        raise InvalidField(f"{place}/owner_id", "Pilih siapa yang menindaklanjuti.")
    if decision.due_on is None:
        raise InvalidField(f"{place}/due_on", "Isi tanggal batasnya.")
    if decision.due_on < held_on:
        raise InvalidField(f"{place}/due_on", f"Batasnya tidak boleh sebelum rapat, {long_date(held_on)}.")
    if not is_working_day(decision.due_on, days_off):
        instead = long_date(next_day(decision.due_on))
        raise InvalidField(f"{place}/due_on", f"Tanggal ini hari libur. Hari kerja berikutnya {instead}.")
