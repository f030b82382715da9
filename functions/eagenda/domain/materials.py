"""What those who attended get afterwards: the recording, and what was shown."""

from __future__ import annotations

from dataclasses import dataclass

from shared.values import Link


@dataclass(frozen=True, slots=True)
class Materials:
    """Links for those who attended."""

    recording_link: Link = ""
    slides_link: Link = ""


NOTHING_SHARED = Materials()
