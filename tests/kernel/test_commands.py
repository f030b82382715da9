"""What becomes of a command: once, however often it is sent, with a row that tells of it."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.kernel import execute
from shared.kernel.context import Call
from shared.kernel.journal import State, sweep
from shared.kernel.problems import KeyReused
from shared.values import fingerprint
from tests.desk import Desk
from tests.kernel.notes import (
    FOR_SERVICES,
    NOTES,
    TRIES,
    NewNote,
    NoteWritten,
    NotNow,
    break_down,
    give_token,
    keep_undeclared,
    try_early,
    write_note,
)
from tests.kernel.reading import problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from shared.actor import Actor

KEY = "6f1ab5f4-2f3a-4e0e-9a37-0c2f6d3a7c11"  # betterleaks:allow -- an idempotency key


@pytest.fixture
def writer(desk: Desk) -> Actor:
    return desk.employee("Aditya")


def notes(desk: Desk) -> list[str]:
    return [note.text for note in desk.all(NOTES, FOR_SERVICES)]


def test_every_command_leaves_a_row_that_says_who_did_what_in_which_position(desk: Desk, writer: Actor) -> None:
    desk.call(write_note, NewNote("Rapat"), by=writer)

    [row] = desk.journal()
    assert (row.operation, row.actor, row.actor_kind, row.as_position) == (
        "kernel_write_note",
        writer.id,
        "person",
        writer.position_id,
    )
    assert (row.at, row.state, row.refusal) == (desk.clock.now(), State.COMPLETED, "")
    assert [event.name for event in row.events] == [NoteWritten.event_name()]


def test_the_events_of_a_command_stand_in_its_row_with_their_cause(desk: Desk, writer: Actor) -> None:
    note_id = desk.call(write_note, NewNote("Rapat"), by=writer).id

    [event] = desk.journal()[0].events
    assert event.data == {"note_id": note_id}
    assert (event.actor, event.organisation_id, event.at) == (writer.id, writer.organisation_id, desk.clock.now())
    assert event.id == f"{event.caused_by}.1"


def test_a_command_sent_again_under_its_key_is_answered_alike_and_done_once(desk: Desk, writer: Actor) -> None:
    first = desk.call(write_note, NewNote("Rapat"), by=writer, key=KEY)
    again = desk.call(write_note, NewNote("Rapat"), by=writer, key=KEY)

    assert again == first
    assert notes(desk) == ["Rapat"]
    assert len(desk.announced(NoteWritten)) == 1


def test_without_a_key_each_sending_is_a_command_of_its_own(desk: Desk, writer: Actor) -> None:
    desk.call(write_note, NewNote("Rapat"), by=writer)
    desk.call(write_note, NewNote("Rapat"), by=writer)
    assert notes(desk) == ["Rapat", "Rapat"]


def test_a_key_belongs_to_one_person_and_one_operation(desk: Desk, writer: Actor) -> None:
    other = desk.employee("Sari")
    desk.call(write_note, NewNote("Rapat"), by=writer, key=KEY)
    desk.call(write_note, NewNote("Rapat"), by=other, key=KEY)
    desk.call(give_token, NewNote("Rapat"), by=writer, key=KEY)
    assert notes(desk) == ["Rapat", "Rapat", "Rapat"]


def test_a_key_that_comes_with_another_body_is_refused_and_changes_nothing(desk: Desk, writer: Actor) -> None:
    desk.call(write_note, NewNote("Rapat"), by=writer, key=KEY)
    before = desk.journal()

    with pytest.raises(KeyReused):
        desk.call(write_note, NewNote("Rapat kedua"), by=writer, key=KEY)

    assert notes(desk) == ["Rapat"]
    assert desk.journal() == before


def test_over_http_the_key_is_a_header_and_another_body_is_a_problem(desk: Desk, writer: Actor) -> None:
    headers, token = {"Idempotency-Key": KEY}, desk.token(writer)
    first = desk.request(write_note, json_body={"text": "Rapat"}, token=token, headers=headers)
    again = desk.request(write_note, json_body={"text": "Rapat"}, token=token, headers=headers)
    other = desk.request(write_note, json_body={"text": "Lain"}, token=token, headers=headers)

    assert json.loads(first.get_data()) == json.loads(again.get_data())
    problem(other, 422, "key-reused")
    assert notes(desk) == ["Rapat"]


def test_a_refused_command_may_be_tried_again_under_its_key(desk: Desk, writer: Actor) -> None:
    with pytest.raises(NotNow):
        desk.call(try_early, NewNote("Rapat"), by=writer, key=KEY)
    assert [row.state for row in desk.journal()] == [State.REFUSED]

    desk.call(try_early, NewNote("Rapat"), by=writer, key=KEY)

    assert notes(desk) == ["Rapat"]
    assert [row.state for row in desk.journal()] == [State.COMPLETED]


def test_a_refusal_undoes_the_change_and_keeps_what_must_survive(desk: Desk, writer: Actor) -> None:
    for _ in range(2):
        with pytest.raises(NotNow):
            desk.call(try_early, NewNote("Rapat", copies=5), by=writer)

    assert notes(desk) == []
    kept = desk.found(TRIES, fingerprint("Rapat"))
    assert kept is not None
    assert kept.count == 2
    assert {(row.state, row.refusal, row.events) for row in desk.journal()} == {(State.REFUSED, "not-now", ())}


def test_a_refusal_is_answered_with_its_facts(desk: Desk, writer: Actor) -> None:
    response = desk.request(try_early, json_body={"text": "Rapat"}, token=desk.token(writer))
    answered = problem(response, 409, "not-now")
    assert (answered["title"], answered["detail"], answered["tried"]) == (
        "Belum waktunya.",
        "Coba lagi sebentar lagi.",
        1,
    )


def test_keeping_what_was_not_declared_is_a_programs_mistake(desk: Desk, writer: Actor) -> None:
    problem(desk.request(keep_undeclared, json_body={"text": "Rapat"}, token=desk.token(writer)), 500, "internal")
    assert desk.journal() == []


def test_a_mistake_leaves_neither_a_change_nor_a_row(desk: Desk, writer: Actor) -> None:
    with pytest.raises(RuntimeError):
        desk.call(break_down, NewNote("Rapat"), by=writer, key=KEY)
    assert notes(desk) == []
    assert desk.journal() == []


def test_an_answer_is_kept_for_a_day_and_the_row_for_good(desk: Desk, writer: Actor) -> None:
    first = desk.call(write_note, NewNote("Rapat"), by=writer, key=KEY)
    [row] = desk.journal()
    desk.clock.pass_(hours=23, minutes=59)
    sweep(desk.records, desk.clock.now())
    assert desk.call(write_note, NewNote("Rapat"), by=writer, key=KEY) == first

    desk.clock.pass_(minutes=2)
    sweep(desk.records, desk.clock.now())

    [swept] = desk.journal()
    assert (swept.has_answer, swept.answer) == (False, "")
    assert (swept.operation, swept.actor, swept.at, swept.state, swept.events) == (
        row.operation,
        row.actor,
        row.at,
        row.state,
        row.events,
    )


def test_sweeping_again_finds_nothing_more(desk: Desk, writer: Actor) -> None:
    desk.call(write_note, NewNote("Rapat"), by=writer)
    desk.clock.pass_(hours=25)
    assert [sweep(desk.records, desk.clock.now()) for _ in range(2)] == [1, 0]


def test_a_secret_answer_is_given_and_never_stored(desk: Desk, writer: Actor, tmp_path: Path) -> None:
    given = desk.call(give_token, NewNote("Rapat"), by=writer, key=KEY)

    assert given.token == "token-of-Rapat"
    [row] = desk.journal()
    assert (row.state, row.has_answer, row.answer) == (State.COMPLETED, False, "")
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"token-of-Rapat" not in stored


def test_a_secret_answer_that_was_lost_is_made_anew(desk: Desk, writer: Actor) -> None:
    first = desk.call(give_token, NewNote("Rapat"), by=writer, key=KEY)
    assert desk.call(give_token, NewNote("Rapat"), by=writer, key=KEY) == first


def test_each_run_of_a_command_whose_answer_is_gone_stays_in_the_journal(desk: Desk, writer: Actor) -> None:
    for _ in range(3):
        desk.call(give_token, NewNote("Rapat"), by=writer, key=KEY)
        desk.clock.pass_(hours=1)

    rows = desk.journal()
    assert [row.state for row in rows] == [State.COMPLETED] * 3
    assert [later.at - before.at for before, later in pairwise(rows)] == [timedelta(hours=1)] * 2


def test_two_threads_with_one_key_do_it_once(desk: Desk, writer: Actor) -> None:
    both_ready = threading.Barrier(2)

    def send(number: int) -> bytes:
        payload = NewNote("Rapat")
        declaration = write_note.declaration  # type: ignore[attr-defined]  # the decorator gives it
        call = Call(writer, desk.clock.now(), f"thread-{number}")
        both_ready.wait(10)
        return execute.command(execute.Command(declaration, payload, call, desk, KEY, "hash")).answer

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(send, range(2))

    assert first == second
    assert notes(desk) == ["Rapat"]


def test_ids_are_equal_when_a_transaction_runs_again_and_differ_between_requests(desk: Desk, writer: Actor) -> None:
    # The desk runs every work twice: had the second run drawn another id, the answer would not name the note.
    ids = [desk.call(write_note, NewNote(text), by=writer).id for text in ("Rapat", "Rapat", "Rapat")]
    assert len(set(ids)) == 3
    assert all(desk.found(NOTES, note_id) is not None for note_id in ids)


def grep(folder: Path, *texts: str) -> list[str]:
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [text for text in texts if text.encode() in content]


def test_a_sign_in_leaves_neither_password_nor_token_in_the_database(tmp_path: Path) -> None:
    from functions.portal.sign_in import Credentials, sign_in
    from shared.accounts.credential import CREDENTIALS, Credential
    from shared.accounts.login import LOGINS, Login
    from shared.actor import guest
    from shared.values import Secret
    from tests.portal.accounts import refresh_cookie

    records = SqliteRecords(tmp_path / "records.db")
    desk = Desk(records, tmp_path)
    person = desk.employee("Aditya")
    password = Secret("rahasia-sekali-123")
    desk.given(LOGINS, Login("aditya@example.id", person.id))
    desk.given(CREDENTIALS, Credential(person.id, desk.identity.hash_password(password)))
    signed_in: Callable[..., Any] = desk.exchange
    answer, call = signed_in(sign_in, Credentials("aditya@example.id", password), by=guest("127.0.0.1"), key=KEY)
    records.close()

    cookie = refresh_cookie(call)
    assert grep(tmp_path, "sign_in_attempts", person.id) == ["sign_in_attempts", person.id]  # grep does find things
    assert grep(tmp_path, password.reveal(), answer.access_token, cookie.reveal()) == []


def test_a_command_takes_its_moment_from_the_request(desk: Desk, writer: Actor) -> None:
    moment = desk.clock.now()
    note_id = desk.call(write_note, NewNote("Rapat"), by=writer).id
    desk.clock.pass_(minutes=1)
    note = desk.found(NOTES, note_id)
    assert note is not None
    assert note.at == moment == desk.clock.now() - timedelta(minutes=1)
