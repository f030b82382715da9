"""The keystroke-level model: how long a practised person takes for a task, counted from what their hands do.

Operators and times are those of Card, Moran and Newell, *The Keystroke-Level Model for User Performance Time with
Interactive Systems*, Communications of the ACM 23(7), 1980, for an average typist. Hands do what a journey tells them,
in the browser, and count it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


class Operator(Enum):
    """What hands and head do, in seconds."""

    K = 0.28
    P = 1.1
    B = 0.1
    H = 0.4
    M = 1.35


MEANINGS = {
    Operator.K: "press a key; a shortcut is two",
    Operator.P: "point at something with the mouse, a finger or the camera",
    Operator.B: "press or release a mouse button; a click and a tap are both",
    Operator.H: "move the hands to the mouse, to the keyboard, to the telephone",
    Operator.M: "think, before each action that is chosen",
}


@dataclass(frozen=True)
class Step:
    """One thing that a person does, and the operators that it takes."""

    deed: str
    operators: str

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return sum(Operator[name].value for name in self.operators)


@dataclass
class Hands:
    """A practised person's hands at a page. They begin away from mouse and keyboard."""

    page: Page
    steps: list[Step] = field(default_factory=list)
    _at: str = ""

    @property
    def seconds(self) -> float:
        """How long all steps take."""
        return sum(step.seconds for step in self.steps)

    def click(self, target: Locator, deed: str) -> None:
        """Choose something and click on it."""
        target.click()
        self._do(deed, "M" + self._move_to("mouse") + "PBB")

    def press(self, key: str, deed: str, times: int = 1) -> None:
        """Press a key, or several together, which follows by itself from what went before: nobody thinks about it."""
        for _ in range(times):
            self.page.keyboard.press(key)
        self._do(deed, self._move_to("keyboard") + "K" * len(key.split("+")) * times)

    def write(self, text: str, deed: str) -> None:
        """Choose words and type them where the cursor is."""
        self.page.keyboard.type(text)
        self._do(deed, "M" + self._move_to("keyboard") + "K" * len(text))

    def check(self, key: str, deed: str, times: int) -> None:
        """Look at something, then press a key to go on to the next, so many times."""
        for _ in range(times):
            self.page.keyboard.press(key)
        self._do(deed, self._move_to("keyboard") + "MK" * times)

    def choose_file(self, deed: str) -> None:
        """Double-click on a file in the dialog that is open; who calls it has the browser take the file."""
        self._do(deed, "MPBBBB")

    def open_camera(self) -> None:
        """Take the telephone and press its side button twice, which opens the camera on a locked telephone too."""
        self._do("Take the telephone and open its camera by the side button", "HMKK")

    def follow_code(self, link: str) -> None:
        """Point the camera at the code and tap the link that appears; there is nothing else to choose."""
        self.page.goto(link)
        self._do("Point it at the code in the hall", "P")
        self._do("Tap the link that appears", "PBB")

    def hold_before_camera(self) -> None:
        """Hold the telephone's screen before a kiosk; there is nothing else to choose."""
        self._do("Hold the code before the kiosk's camera", "P")

    def _move_to(self, device: str) -> str:
        moved, self._at = self._at != device, device
        return "H" if moved else ""

    def _do(self, deed: str, operators: str) -> None:
        self.steps.append(Step(deed, operators))
