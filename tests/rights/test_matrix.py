"""Every operation, every right, a person of another office: nothing of the first office is told, counted or changed.

Two desks answer the same calls: on one the first office has something of everything, on the other it has nothing. What
a stranger is answered must be the same on both, so that nothing is told, not even as a number; no name or id of the
first office may stand in it, and every record in which one stands must be as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from shared.adapters.google.firestore_records import FirestoreRecords
from shared.kernel import catalogue
from shared.kernel.catalogue import Declaration, Kind
from shared.permissions import Openness, Permission
from tests.emulators import new_project
from tests.rights.offices import ANONYMOUS, HALL, KIOSK, STRANGERS, Belongings, Offices, told
from tests.rights.payloads import payload_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PUBLIC = [it for it in catalogue.everything() if it.is_public]
every_operation = pytest.mark.parametrize("declared", PUBLIC, ids=lambda it: it.target)

_READS_DIRECTORY = (Permission.READ_DIRECTORY, "all of an office")
_DIRECTORY = "the directory is read in the whole regency by whoever may read it; numbers in it are masked"
_MANAGES_ALL = ((Permission.MANAGE_DIRECTORY,), "who manages the directory of the regency acts in every office")
_GUEST = ((ANONYMOUS,), "who has the link of the e-mail is the guest to whom it went")
_SERVER = "one server works for all offices: whoever watches it sees what waits and sets it going again"
_DECIDED = "tables and rotations are the regency's: what is planned waits for whoever may decide it"
_TABLES = "tables are the regency's: whoever has the right sees and decides what anybody proposed"
_RECAPS = "who watches the regency's attendance sees how much each office and each of its people attended"

# Who is told or may change something of another office all the same, and why.
EXCEPT: dict[str, tuple[tuple[str, ...], str]] = {
    "directory_approve_rotation": _MANAGES_ALL,
    "directory_assign_aide": _MANAGES_ALL,
    "directory_cancel_rotation": _MANAGES_ALL,
    "directory_end_absence": _MANAGES_ALL,
    "directory_end_aide": _MANAGES_ALL,
    "directory_list_rotations": _MANAGES_ALL,
    "directory_plan_rotation": _MANAGES_ALL,
    "directory_show_rotation": _MANAGES_ALL,
    "directory_explain_right": (tuple(STRANGERS), "whoever lacks a right is told by name who can give it"),
    "directory_list_who_may": (_READS_DIRECTORY, _DIRECTORY),
    "directory_show_organisation": (_READS_DIRECTORY, _DIRECTORY),
    "directory_show_person": (_READS_DIRECTORY, _DIRECTORY),
    "directory_show_position": (_READS_DIRECTORY, _DIRECTORY),
    "portal_find_people": (_READS_DIRECTORY, _DIRECTORY),
    "eagenda_check_nip_list": (_READS_DIRECTORY, _DIRECTORY),
    "eagenda_find_clashes": (
        (Permission.ORGANISE_AGENDA, "all of an office"),
        "who calls a meeting is told who is invited elsewhere at that time, and not to what",
    ),
    "eagenda_find_invitees": (_READS_DIRECTORY, _DIRECTORY),
    "eagenda_find_posts": (_READS_DIRECTORY, _DIRECTORY),
    "eagenda_answer_guest_invitation": _GUEST,
    "eagenda_record_invited_guest": _GUEST,
    "eagenda_show_guest_invitation": _GUEST,
    "eagenda_export_recap": ((Permission.READ_RECAPS,), _RECAPS),
    "eagenda_list_recapped_offices": ((Permission.READ_RECAPS,), _RECAPS),
    "eagenda_list_recapped_people": ((Permission.READ_RECAPS,), _RECAPS),
    "eagenda_show_office_recap": ((Permission.READ_RECAPS,), _RECAPS),
    "eagenda_record_attendance": (
        (Permission.ATTEND, "all of an office"),
        "who has the hall's code stands before its screen, and is told whom to ask for an invitation",
    ),
    "eagenda_record_guest": ((ANONYMOUS,), "who has the hall's ticket writes themselves down as its guest"),
    "eagenda_show_guest_form": (
        (ANONYMOUS,),
        "who has the hall's code is told whose guest they would be",
    ),
    "portal_replay_dead_letters": ((Permission.WATCH_SYSTEM,), _SERVER),
    "portal_show_health": ((Permission.WATCH_SYSTEM,), _SERVER),
    "portal_list_tasks": ((Permission.APPROVE_TABLES, Permission.MANAGE_DIRECTORY), _DECIDED),
    "portal_show_badges": ((Permission.APPROVE_TABLES, Permission.MANAGE_DIRECTORY), _DECIDED),
    "tables_approve_proposal": ((Permission.APPROVE_TABLES,), _TABLES),
    "tables_list_tables": ((Permission.READ_TABLES,), _TABLES),
    "tables_reject_proposal": ((Permission.APPROVE_TABLES,), _TABLES),
    "tables_show_table": ((Permission.READ_TABLES,), _TABLES),
    "tables_withdraw_proposal": ((Permission.PROPOSE_TABLES,), _TABLES),
}

# Of the first office, whose call shows that a payload is believable; where not Dewi's, who may everything.
OWNERS = {
    "directory_approve_rotation": "p-kirana",
    "directory_end_absence": "p-aditya",
    "eagenda_accept_series": "p-citra",
    "eagenda_answer_invitation": "p-aditya",
    "eagenda_answer_spot_check": "p-aditya",
    "eagenda_show_own_spot_check": "p-aditya",
    "eagenda_find_deputies": "p-aditya",
    "eagenda_record_attendance": "p-aditya",
    "eagenda_record_attendance_by_short_code": "p-aditya",
    "eagenda_record_distance": "p-aditya",
    "eagenda_submit_kept_scan": "p-citra",
    "eoffice_recall_disposisi": "p-kirana",
    "portal_enrol_device": "p-kirana",
    "portal_revoke_device": "p-citra",
    "portal_send_heartbeat": "p-citra",
    "tables_withdraw_proposal": "p-kirana",
}

# Where each call hashes a password for a good part of a second: two strangers stand for all.
SLOW = {"portal_change_password"}

# What no payload alone brings to a good end.
BROUGHT_TO_NO_END = {
    "eagenda_answer_for_leader": "nobody of these offices leads the regency",
    "eagenda_invite_guests": "this office has no mail server",
    "eagenda_serve_calendar_feed": "its address is told once, to its owner",
    "eagenda_share_materials": "its meetings are not over",
    "portal_begin_issuer_sign_in": "this office has no issuer",
    "portal_finish_issuer_sign_in": "this office has no issuer",
    "portal_prove_at_issuer": "this office has no issuer",
    "portal_refresh": "the browser brings its cookie",
    "portal_choose_password": "the code was given to nobody",  # betterleaks:allow -- a reason, no password
    "portal_confirm_second_step": "its code is of the moment and of a secret that only the phone has",
    "portal_set_up_office": "this office was set up before",
    "portal_send_test_mail": "this office has no mail server",
    "portal_sign_in": "the password is nobody's, as a stranger's would be",
}


@dataclass(frozen=True)
class Drawn:
    """Both desks as they were drawn up once; each test works on copies."""

    full: Offices
    bare: Offices
    theirs: Belongings


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drawn]:
    folders = [tmp_path_factory.mktemp(name) for name in ("full", "bare")]
    full, bare = map(Offices, folders)
    full.found()
    bare.found()
    yield Drawn(full, bare, full.fill())
    full.desk.records.close()
    bare.desk.records.close()


@every_operation
def test_a_person_of_another_office_is_told_nothing_and_changes_nothing(
    declared: Declaration, drawn: Drawn, tmp_path: Path
) -> None:
    payload, marks = payload_of(declared, drawn.theirs), drawn.theirs.marks()
    with drawn.full.copied(tmp_path / "full") as full, drawn.bare.copied(tmp_path / "bare") as bare:
        bare.desk.clock.set(full.desk.clock.now())
        before = full.kept(marks)
        leaks = set()
        for caller in callers_of(declared):
            answered = full.answer(declared, payload, caller)
            said, said_of_nothing = told(answered), told(bare.answer(declared, payload, caller))
            is_deed = declared.kind is Kind.OPERATION
            after = full.kept(marks) if is_deed and reached(said) else before
            is_same = said == said_of_nothing or (is_deed and said[0] == said_of_nothing[0] == 200)
            if not is_same or after != {**after, **before} or names(answered.get_data(), marks, payload):
                leaks.add(caller)
            before = after
    assert leaks == set(EXCEPT.get(declared.target, ((), ""))[0])


@every_operation
def test_the_payload_is_one_that_the_first_office_itself_is_answered(
    declared: Declaration, drawn: Drawn, tmp_path: Path
) -> None:
    owner = OWNERS.get(declared.target, "p-dewi")
    payload = payload_of(declared, drawn.theirs)
    if isinstance(declared.permission, Openness):
        agenda = drawn.theirs.agenda
        owners = {Openness.PUBLIC: ANONYMOUS, Openness.HALL_DISPLAY: HALL + agenda, Openness.KIOSK: KIOSK + agenda}
        owner = owners.get(declared.permission, owner)
    with drawn.full.copied(tmp_path / "full") as full:
        status, said = told(full.answer(declared, payload, owner))
    assert (status == 200) is (declared.target not in BROUGHT_TO_NO_END), said


def test_what_is_excepted_is_an_operation() -> None:
    assert {*EXCEPT, *OWNERS, *BROUGHT_TO_NO_END} <= {it.target for it in PUBLIC}


@pytest.mark.emulator
def test_on_firestore_strangers_are_told_nothing_either(firestore_emulator: str, tmp_path: Path) -> None:
    offices = Offices(tmp_path, FirestoreRecords(new_project(), emulator=firestore_emulator))
    offices.found()
    theirs = offices.fill()
    leaks = set()
    for declared in PUBLIC:
        payload = payload_of(declared, theirs)
        if declared.kind is Kind.QUERY and declared.target not in EXCEPT:
            answered = offices.answer(declared, payload, "all of an office")
            if names(answered.get_data(), theirs.marks(), payload):
                leaks.add(declared.target)
    offices.desk.records.close()
    assert leaks == set()


def callers_of(declared: Declaration) -> tuple[str, ...]:
    """Return who calls; of a call open to all nobody asks who it is."""
    if declared.permission is Openness.PUBLIC:
        return (ANONYMOUS,)
    return ("no right", "all of an office") if declared.target in SLOW else (ANONYMOUS, HALL, KIOSK, *STRANGERS)


def reached(said: tuple[int, Any]) -> bool:
    """Whether the call came as far as the operation itself."""
    status, body = said
    return status not in {401, 422} and not (isinstance(body, dict) and body["type"] == "/problems/not-permitted")


def names(answer: bytes, marks: frozenset[str], payload: object) -> bool:
    """Whether an answer names something that its caller did not name."""
    text = answer.decode(errors="ignore")
    return any(mark in text and mark not in str(payload) for mark in marks)
