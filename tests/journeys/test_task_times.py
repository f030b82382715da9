"""How long people need for what they do often, counted by the keystroke-level model and kept in docs/task-times.md."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

from shared.views.devices import PERSON_DEVICES
from tests.cloud.waiting import eventually
from tests.journeys import keystrokes
from tests.journeys.installed import become_the_device
from tests.journeys.keystrokes import Operator
from tests.journeys.letters import PaperLetter
from tests.journeys.meetings import call_meeting
from tests.journeys.people import ARIF, BAYU, DEWI, FAJAR, SITI, sign_in
from tests.journeys.tasks import (
    add_employee,
    approve_notulen,
    approve_row,
    change_post,
    create_meeting,
    find_letter,
    find_person,
    finish_decision,
    give_disposisi,
    propose_row,
    register_letter,
    scan,
    show_own_code,
    sign_in_by_hand,
)
from tests.tools.launch import ROOT

if TYPE_CHECKING:
    from tests.journeys.conftest import Devices
    from tests.journeys.keystrokes import Hands
    from tests.server import Served

DECISION = "Menyusun daftar data kecamatan"
PAGE = ROOT / "docs" / "task-times.md"
SECONDS_TO_SIGN_IN = 15.0
SECONDS_FOR_A_SCAN = 5.0
SECONDS_TO_SHOW_A_CODE = 8.0
SECONDS_FOR_A_NOTULEN = 10.0
SECONDS_FOR_A_DECISION = 20.0
SECONDS_FOR_A_MEETING = 90.0
SECONDS_FOR_A_LETTER = 45.0
SECONDS_FOR_A_DISPOSISI = 10.0
SECONDS_TO_FIND_A_LETTER = 8.0
SECONDS_FOR_A_ROW = 10.0
SECONDS_FOR_A_PERSON = 15.0
SECONDS_FOR_AN_EMPLOYEE = 30.0
SECONDS_FOR_A_POST = 35.0
HEAD = """# Task times

How long a practised person needs for what is done often. Written by `tests/journeys/test_task_times.py`, whose hands do
each step in a real browser and count it by the keystroke-level model (Card, Moran and Newell, Communications of the ACM
23(7), 1980). The time of the machine is not in it; the journeys wait for every answer at most a few seconds. To write
this page anew, run that test with `UPDATE=1`.

| Operator | Seconds | What it stands for |
|---|---:|---|
"""


def test_what_is_done_often_takes_no_longer_than_promised(devices: Devices, server: Served, password: str) -> None:
    phone, desk = devices.phone(), devices.desk()
    sign_in(phone, SITI, password)
    scanning = scan(phone, call_meeting(server, SITI).link())
    eventually(lambda: server.found(PERSON_DEVICES, SITI.person_id) is not None)  # a telephone enrols by itself
    become_the_device(phone)
    showing = show_own_code(phone)
    held = call_meeting(server, SITI, starts_in=timedelta(hours=-1), lasts=timedelta(hours=2))
    held.close()
    held.submit_notulen(SITI, DECISION, SITI)
    phone.goto("/kerja")
    reading = approve_notulen(phone)
    phone.goto("/kerja")
    finishing = finish_decision(phone, DECISION, "Daftar terkirim, surat 12")
    entering = sign_in_by_hand(desk, DEWI, password)
    creating = create_meeting(desk)
    proposer, approver = devices.desk(), devices.desk()
    sign_in(proposer, FAJAR, password)
    propose_row(proposer)
    sign_in(approver, BAYU, password)
    approving = approve_row(approver)
    letter, head = PaperLetter(), devices.desk()
    registering = register_letter(desk, letter)
    sign_in(head, ARIF, password)
    disposing = give_disposisi(head, letter)
    looking = find_letter(desk, letter)
    finding, adding, changing = find_person(approver), add_employee(approver), change_post(approver)

    assert entering.seconds <= SECONDS_TO_SIGN_IN
    assert scanning.seconds <= SECONDS_FOR_A_SCAN
    assert showing.seconds <= SECONDS_TO_SHOW_A_CODE
    assert reading.seconds <= SECONDS_FOR_A_NOTULEN
    assert finishing.seconds <= SECONDS_FOR_A_DECISION
    assert creating.seconds <= SECONDS_FOR_A_MEETING
    assert registering.seconds <= SECONDS_FOR_A_LETTER
    assert disposing.seconds <= SECONDS_FOR_A_DISPOSISI
    assert looking.seconds <= SECONDS_TO_FIND_A_LETTER
    assert approving.seconds <= SECONDS_FOR_A_ROW
    assert finding.seconds <= SECONDS_FOR_A_PERSON
    assert adding.seconds <= SECONDS_FOR_AN_EMPLOYEE
    assert changing.seconds <= SECONDS_FOR_A_POST
    written = written_out(
        ("Sign in with NIP and password", entering, SECONDS_TO_SIGN_IN),
        ("Scan the code in the hall, from taking the telephone", scanning, SECONDS_FOR_A_SCAN),
        ("Show one's own code to a kiosk, from the portal on the telephone", showing, SECONDS_TO_SHOW_A_CODE),
        ("Approve a notulen that waits, beside reading it, on the telephone", reading, SECONDS_FOR_A_NOTULEN),
        ("Say what came of a decision, on the telephone", finishing, SECONDS_FOR_A_DECISION),
        ("Create a meeting for more than thirty people", creating, SECONDS_FOR_A_MEETING),
        ("Register a letter that came in, with its scan at hand", registering, SECONDS_FOR_A_LETTER),
        ("Hand a letter down by disposisi, beside reading it", disposing, SECONDS_FOR_A_DISPOSISI),
        ("Find a letter by half its number", looking, SECONDS_TO_FIND_A_LETTER),
        ("Approve a table row that another proposed", approving, SECONDS_FOR_A_ROW),
        ("Find a person", finding, SECONDS_FOR_A_PERSON),
        ("Add an employee", adding, SECONDS_FOR_AN_EMPLOYEE),
        ("Change who holds a post", changing, SECONDS_FOR_A_POST),
    )
    if os.environ.get("UPDATE") == "1":
        PAGE.write_text(written, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written


def written_out(*tasks: tuple[str, Hands, float]) -> str:
    """Return the page."""
    operators = "".join(f"| {it.name} | {it.value:.2f} | {keystrokes.MEANINGS[it]} |\n" for it in Operator)
    return HEAD + operators + "".join(task(*each) for each in tasks)


def task(name: str, hands: Hands, promised: float) -> str:
    """Return the part of one task."""
    steps = "".join(f"| {it.deed} | {shortened(it.operators)} | {it.seconds:.2f} |\n" for it in hands.steps)
    return (
        f"\n## {name}\n\n**{hands.seconds:.1f} s**, promised: at most {promised:.0f} s.\n\n"
        f"| Step | Operators | Seconds |\n|---|---|---:|\n{steps}| **Together** | | **{hands.seconds:.2f}** |\n"
    )


def shortened(operators: str) -> str:
    """Write a run of keys as a number: ``M H 21K``."""
    keys = operators.count("K")
    others = " ".join(operators.replace("K", ""))
    return f"{others} {keys if keys > 1 else ''}K".strip() if keys else others
