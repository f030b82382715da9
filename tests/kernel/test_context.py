"""What an operation may see and change through its context."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import pytest

from shared import codec
from shared.kernel.problems import Stale
from shared.refusals import RecordMissing
from shared.rules.calendar import rfc3339
from tests.kernel.notes import (
    FOR_SERVICES,
    NOTES,
    Change,
    NewNote,
    WhichNote,
    WhichNotes,
    change_note,
    list_notes,
    show_note,
    write_note,
)
from tests.kernel.reading import problem

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def writer(desk: Desk) -> Actor:
    return desk.employee("Aditya")


@pytest.fixture
def stranger(desk: Desk) -> Actor:
    return desk.employee("Sari", organisation="bapenda")


def write(desk: Desk, by: Actor, *texts: str) -> list[str]:
    ids = []
    for text in texts:
        desk.clock.pass_(seconds=1)
        ids.append(str(desk.call(write_note, NewNote(text), by=by).id))
    return ids


def test_a_record_of_another_organisation_answers_exactly_like_a_missing_one(
    desk: Desk, writer: Actor, stranger: Actor
) -> None:
    [note_id] = write(desk, writer, "Rapat")
    told = []
    for wanted in (note_id, "there-is-none", "a/b", ".", "x" * 600, "\u0000"):
        response = desk.request(show_note, params={"note_id": wanted}, token=desk.token(stranger))
        body = problem(response, 404, "record-missing")
        told.append({**body, "instance": ""})
    assert told == [told[0]] * len(told)


def test_changing_a_record_of_another_organisation_is_refused_like_a_missing_one(
    desk: Desk, writer: Actor, stranger: Actor
) -> None:
    [note_id] = write(desk, writer, "Rapat")
    for wanted in (note_id, "there-is-none"):
        with pytest.raises(RecordMissing):
            desk.call(change_note, Change(wanted, 1, "Lain"), by=stranger)
    kept = desk.found(NOTES, note_id)
    assert kept is not None
    assert kept.text == "Rapat"


def test_a_colleague_of_the_same_organisation_may_read(desk: Desk, writer: Actor) -> None:
    [note_id] = write(desk, writer, "Rapat")
    colleague = desk.employee("Budi")
    assert desk.call(show_note, WhichNote(note_id), by=colleague).text == "Rapat"


def test_a_list_shows_only_what_the_caller_may_read(desk: Desk, writer: Actor, stranger: Actor) -> None:
    write(desk, writer, "Rapat")
    write(desk, stranger, "Rahasia")
    assert desk.call(list_notes, WhichNotes(), by=writer).texts == ("Rapat",)
    assert desk.call(list_notes, WhichNotes(organisation_id="bapenda"), by=writer).texts == ()


def test_an_edit_makes_the_next_version_and_keeps_who_made_the_record(desk: Desk, writer: Actor) -> None:
    [note_id] = write(desk, writer, "Rapat")
    made_at, colleague = desk.clock.now(), desk.employee("Budi")
    desk.clock.pass_(minutes=1)
    desk.call(change_note, Change(note_id, 1, "Rapat koordinasi"), by=colleague)

    body = desk.records.get(NOTES.stored, note_id)
    assert body is not None
    assert (body["version"], body["created_by"], body["updated_by"]) == (2, writer.id, colleague.id)
    assert (body["created_at"], body["updated_at"]) == (rfc3339(made_at), rfc3339(desk.clock.now()))
    assert (body["schema"], body["organisation_id"], body["readers"]) == (1, "diskominfo", ["org:diskominfo"])


def test_an_edit_of_a_version_that_is_no_longer_the_present_one_is_stale_and_says_who_was_first(
    desk: Desk, writer: Actor
) -> None:
    [note_id] = write(desk, writer, "Rapat")
    desk.call(change_note, Change(note_id, 1, "Rapat koordinasi"), by=writer)

    with pytest.raises(Stale) as refused:
        desk.call(change_note, Change(note_id, 1, "Rapat lain"), by=desk.employee("Budi"))

    assert refused.value.facts == {"changed_by": "Aditya", "changed_at": desk.clock.now()}
    kept = desk.found(NOTES, note_id)
    assert kept is not None
    assert kept.text == "Rapat koordinasi"


def test_a_list_goes_on_where_it_ended_until_its_end(desk: Desk, writer: Actor) -> None:
    write(desk, writer, "satu", "dua", "tiga", "empat", "lima")
    texts: list[str] = []
    cursor = None
    for _ in range(4):
        page = desk.call(list_notes, WhichNotes(cursor), by=writer)
        texts += page.texts
        cursor = page.next_cursor
        if cursor is None:
            break
    assert texts == ["satu", "dua", "tiga", "empat", "lima"]


def test_records_written_meanwhile_neither_repeat_nor_hide_one(desk: Desk, writer: Actor) -> None:
    write(desk, writer, "satu", "dua", "tiga")
    first = desk.call(list_notes, WhichNotes(), by=writer)
    write(desk, writer, "empat")
    second = desk.call(list_notes, WhichNotes(first.next_cursor), by=writer)
    assert (*first.texts, *second.texts) == ("satu", "dua", "tiga", "empat")


def made_up(changes: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(changes).encode()).decode().rstrip("=")


def opened(cursor: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    return read


def test_a_cursor_belongs_to_the_list_that_gave_it(desk: Desk, writer: Actor) -> None:
    write(desk, writer, "satu", "dua", "tiga")
    cursor = desk.call(list_notes, WhichNotes(), by=writer).next_cursor
    with pytest.raises(codec.Invalid):
        desk.call(list_notes, WhichNotes(cursor, organisation_id="diskominfo"), by=writer)


@pytest.mark.parametrize(
    "changes",
    [
        {"key": 1},
        {"key": "a/b"},
        {"key": ""},
        {"key": "\ud800"},
        {"key": None},
        {"value": None},
        {"value": []},
        {"value": {"a": 1}},
        {"value": True},
        {"value": 2**70},
        {"value": "\ud800"},
        {"filter": "another"},
        {"more": 1},
    ],
)
def test_a_made_up_cursor_is_pointed_at(desk: Desk, writer: Actor, changes: dict[str, Any]) -> None:
    write(desk, writer, "satu", "dua", "tiga")
    good = opened(str(desk.call(list_notes, WhichNotes(), by=writer).next_cursor))
    bad = made_up({**good, **changes})

    answered = problem(desk.request(list_notes, params={"cursor": bad}, token=desk.token(writer)), 422, "invalid")

    assert [error["pointer"] for error in answered["errors"]] == ["/cursor"]


@pytest.mark.parametrize("cursor", ["", "!", "é", "AAAA", "bnVsbA", "W10", "x" * 5000])
def test_a_cursor_that_is_none_is_pointed_at(desk: Desk, writer: Actor, cursor: str) -> None:
    problem(desk.request(list_notes, params={"cursor": cursor}, token=desk.token(writer)), 422, "invalid")


def test_the_list_of_our_own_services_is_not_narrowed(desk: Desk, writer: Actor, stranger: Actor) -> None:
    write(desk, writer, "Rapat")
    write(desk, stranger, "Rahasia")
    assert [note.text for note in desk.all(NOTES, FOR_SERVICES)] == ["Rahasia", "Rapat"]
