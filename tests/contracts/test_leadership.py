"""What leadership promises: one process leads, and another takes over however it ends."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedded.leader import FileLeadership
from shared.kernel.catalogue import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEADS = """
import sys, threading
from pathlib import Path
from shared.adapters.embedded.leader import FileLeadership
leadership = FileLeadership(Path(sys.argv[1]))
leadership.lead(threading.Event())
print("leads", flush=True)
sys.stdin.read()
"""
SOON = 5.0

pytestmark = pytest.mark.slow  # its leaders are processes


class Candidate:
    """A process's part, in a thread of this one."""

    def __init__(self, folder: Path) -> None:
        self.leadership = FileLeadership(folder)
        self.stopping = threading.Event()
        self.leads = threading.Event()
        self.answer: bool | None = None
        self._thread = threading.Thread(target=self._wait)
        self._thread.start()

    def _wait(self) -> None:
        self.answer = self.leadership.lead(self.stopping)
        if self.answer:
            self.leads.set()

    def end(self) -> None:
        self.stopping.set()
        self._thread.join(SOON)
        self.leadership.resign()


@pytest.fixture
def candidates(tmp_path: Path) -> Iterator[list[Candidate]]:
    """Return three who would all lead."""
    all_three = [Candidate(tmp_path) for _ in range(3)]
    yield all_three
    for one in all_three:
        one.end()


def the_leader(candidates: list[Candidate]) -> Candidate:
    """Return the only one who leads."""
    deadline = time.monotonic() + SOON
    while not any(one.leads.is_set() for one in candidates):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    time.sleep(0.6)  # longer than a candidate waits before it looks again
    [leader] = [one for one in candidates if one.leads.is_set()]
    return leader


def test_of_several_one_leads_and_when_it_resigns_another_does(candidates: list[Candidate]) -> None:
    leader = the_leader(candidates)
    leader.end()

    others = [one for one in candidates if one is not leader]
    assert the_leader(others) is not leader


def test_who_is_stopped_while_waiting_is_told_that_it_does_not_lead(candidates: list[Candidate]) -> None:
    leader = the_leader(candidates)
    waiting = next(one for one in candidates if one is not leader)
    waiting.end()
    assert waiting.answer is False


def test_when_a_leader_is_killed_another_takes_over(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LEADS, str(tmp_path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == b"leads\n"
        heir = Candidate(tmp_path)
        assert not heir.leads.wait(1)
        killed.kill()

    assert heir.leads.wait(SOON)
    heir.end()


def test_a_wake_up_ends_the_leaders_wait_and_a_lost_one_only_lets_it_last(
    candidates: list[Candidate], tmp_path: Path
) -> None:
    leader, elsewhere = the_leader(candidates), FileLeadership(tmp_path)
    for waker in (elsewhere, leader.leadership):
        threading.Timer(0.1, waker.wake).start()
        begun = time.monotonic()
        leader.leadership.wait(SOON)
        assert time.monotonic() - begun < SOON / 2
    elsewhere.resign()
    begun = time.monotonic()
    leader.leadership.wait(0.2)
    assert time.monotonic() - begun >= 0.15


def test_waking_where_nobody_leads_is_no_error_and_leaves_nothing(tmp_path: Path) -> None:
    leadership = FileLeadership(tmp_path)
    leadership.wake()
    leadership.resign()
    leadership.wake()
    assert list(tmp_path.iterdir()) == []
