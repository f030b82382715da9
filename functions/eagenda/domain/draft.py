"""A draft of an agenda that a letter asks for: nobody is invited before somebody publishes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.refusals import Refusal
from shared.values import Instant

if TYPE_CHECKING:
    from datetime import datetime


class DraftState(StrEnum):
    """Where a draft stands; it is open until somebody publishes or discards it, or the letter asks no more."""

    OPEN = "open"
    PUBLISHED = "published"
    DISCARDED = "discarded"
    WITHDRAWN = "withdrawn"


class DraftSettled(Refusal):
    """Somebody has published or discarded the draft already."""

    title = "Draf ini sudah selesai."


@dataclass(frozen=True, slots=True)
class AgendaDraft:
    """What a letter says of a meeting, for whoever holds the position; of a secret letter only that there is one.

    ``is_to_attend``: the meeting is another's, and somebody is to be present at it. Texts that are longer than an
    agenda's fields are cut. ``agenda_id`` is what was made of it.
    """

    id: str
    letter_id: str
    position_id: str
    is_to_attend: bool
    revision: int
    drafted_at: Instant
    hal: str
    place: str
    sender: str
    number: str
    link: str
    starts_at: Instant | None
    ends_at: Instant | None
    position_ids: tuple[str, ...]
    person_ids: tuple[str, ...]
    disposisi_id: str
    is_secret: bool
    state: DraftState = DraftState.OPEN
    agenda_id: str = ""

    @property
    def title(self) -> str:
        """What a list calls it."""
        return self.hal or ("Surat rahasia" if self.is_secret else "Surat tanpa hal")

    @property
    def source(self) -> str:
        """From which letter it was taken, in words."""
        by = f" dari {self.sender}" if self.sender else ""
        return f"Diambil dari surat {self.number}{by}" if self.number else f"Diambil dari surat{by or ' rahasia'}"


def renewed(before: AgendaDraft | None, asked: AgendaDraft) -> AgendaDraft | None:
    """Return the draft as a letter's event makes it, or None where it tells nothing new.

    What somebody has published or discarded stays so, whatever the letter says later; what the letter took back it may
    ask again.
    """
    if before is None:
        return asked
    if asked.revision <= before.revision:
        return None
    if before.state in {DraftState.OPEN, DraftState.WITHDRAWN}:
        return replace(asked, drafted_at=before.drafted_at)
    return replace(before, revision=asked.revision)


def published(draft: AgendaDraft, agenda_id: str) -> AgendaDraft:
    """Return the draft of which an agenda was made. Raises DraftSettled."""
    if draft.state is not DraftState.OPEN:
        raise DraftSettled(_WHAT_NOW[draft.state], agenda_id=draft.agenda_id)
    return replace(draft, state=DraftState.PUBLISHED, agenda_id=agenda_id)


def discarded(draft: AgendaDraft) -> AgendaDraft:
    """Return the draft discarded. Raises DraftSettled for one that was published."""
    if draft.state is DraftState.PUBLISHED:
        raise DraftSettled(_WHAT_NOW[draft.state], agenda_id=draft.agenda_id)
    return replace(draft, state=DraftState.DISCARDED)


def due(draft: AgendaDraft) -> datetime | None:
    """Return by when the draft is to be settled: when its meeting begins."""
    return draft.starts_at


_WHAT_NOW = {
    DraftState.PUBLISHED: "Agendanya sudah diterbitkan. Buka agenda itu dari daftar agenda.",
    DraftState.DISCARDED: "Draf ini sudah dibuang. Hapus kaitannya untuk membuat agenda tersendiri.",
    DraftState.WITHDRAWN: "Suratnya sudah ditarik. Hapus kaitannya untuk membuat agenda tersendiri.",
}
