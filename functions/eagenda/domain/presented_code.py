"""The code that somebody presents, and whether the hall shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.domain.codes import is_current_link_code, is_current_short_code
from functions.eagenda.domain.sitting import hall_id
from shared.refusals import Refusal
from shared.values import Text

if TYPE_CHECKING:
    from shared.values import Secret


Browser = Annotated[str, Text(0, 40)]


class Method(StrEnum):
    """How the hall's code reached us; offline: kept on a phone without signal, and confirmed.

    Kiosk: the person's own code, read at the door; by hand: somebody at a kiosk wrote them down.
    """

    LINK = "link"
    SHORT_CODE = "short_code"
    OFFLINE = "offline"
    KIOSK = "kiosk"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class PresentedCode:
    """A code as it reached us, and by which browser, as far as it says so."""

    text: str
    method: Method
    browser: str = ""


class CodeExpired(Refusal):
    """The code is not, or no longer, on the hall's screen."""

    status = 410
    title = "Kode sudah berganti."


def not_shown(
    agenda: Agenda, sitting_id: str, code: PresentedCode, secret: Secret | None, now: datetime
) -> Refusal | None:
    """Return the refusal of a code that the hall does not show now, or None."""
    is_current = is_current_link_code if code.method is Method.LINK else is_current_short_code
    if secret is not None and is_current(code.text, secret, hall_id(agenda.id, sitting_id), now):
        return None
    return CodeExpired("Pindai kode yang sedang tampil di layar.")
