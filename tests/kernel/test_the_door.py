"""What the door answers before, or instead of, an operation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from shared.adapters.local_identity import LocalIdentity
from shared.values import Secret
from tests.kernel.notes import (
    FOR_SERVICES,
    INSIDE,
    NOTES,
    answer_secret,
    be_busy,
    break_down,
    greet,
    list_for_services,
    list_notes,
    list_without_right,
    organise,
    read_after_write,
    refuse_with_secret,
    show_note,
    show_to_display,
    tell_secret,
    write_note,
    write_seldom,
)
from tests.kernel.reading import problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.actor import Actor
    from tests.desk import Desk

FORM = {"text": "Rapat"}
GOOD_FORMS: list[dict[str, Any]] = [FORM, {"text": "Rapat", "copies": 2, "urgent": True, "tags": ["penting"]}]


@pytest.fixture
def writer(desk: Desk) -> Actor:
    return desk.employee("Aditya", nip="199409222019031903")


def written(desk: Desk) -> int:
    return len([row for row in desk.journal() if row.operation == "kernel_write_note"])


@pytest.mark.parametrize("form", GOOD_FORMS)
def test_a_form_that_fits_is_accepted(desk: Desk, writer: Actor, form: dict[str, Any]) -> None:
    response = desk.request(write_note, json_body=form, token=desk.token(writer))

    assert (response.status_code, response.mimetype) == (200, "application/json")
    assert desk.found(NOTES, json.loads(response.get_data())["id"])


@pytest.mark.parametrize(
    "body", [b"", b"{", b"{'text': 'Rapat'}", b'{"text": "Rapat"', b"\xff\xfe", b'"\\ud800"', b"NaN,"]
)
def test_what_is_no_json_is_malformed(desk: Desk, writer: Actor, body: bytes) -> None:
    problem(desk.request(write_note, body=body, token=desk.token(writer)), 400, "malformed")
    assert written(desk) == 0


@pytest.mark.parametrize(
    ("form", "pointers"),
    [
        ({"text": "Rapat", "copies": True}, ["/copies"]),
        ({"text": "Rapat", "copies": "2"}, ["/copies"]),
        ({"text": "Rapat", "copies": 2.0}, ["/copies"]),
        ({"text": 7}, ["/text"]),
        ({"text": None}, ["/text"]),
        ({}, ["/text"]),
        ({"text": "   "}, ["/text"]),
        ({"text": "x" * 201}, ["/text"]),
        ({"text": "Rapat", "urgent": 1}, ["/urgent"]),
        ({"text": "Rapat", "urgent": "true"}, ["/urgent"]),
        ({"text": "Rapat", "tags": "penting"}, ["/tags"]),
        ({"text": "Rapat", "tags": ["penting", 1]}, ["/tags/1"]),
        ({"text": "Rapat", "admin": True}, ["/admin"]),
        ({"text": "Rapat", "a/b~c": 1}, ["/a~1b~0c"]),
        ({"copies": True, "urgent": "no", "tags": [1], "x": 1}, ["/copies", "/tags/0", "/text", "/urgent", "/x"]),
        ([], [""]),
        ("Rapat", [""]),
        (None, [""]),
    ],
)
def test_every_fault_of_a_form_is_pointed_at_and_all_at_once(
    desk: Desk, writer: Actor, form: object, pointers: list[str]
) -> None:
    body = json.dumps(form).encode()

    answered = problem(desk.request(write_note, body=body, token=desk.token(writer)), 422, "invalid")

    assert sorted(error["pointer"] for error in answered["errors"]) == pointers
    assert all(error["detail"].endswith(".") for error in answered["errors"])
    assert written(desk) == 0


def test_an_unknown_or_wrong_parameter_of_a_query_is_pointed_at(desk: Desk, writer: Actor) -> None:
    answered = problem(
        desk.request(list_notes, params={"cursr": "x", "cursor": "!"}, token=desk.token(writer)), 422, "invalid"
    )
    assert [error["pointer"] for error in answered["errors"]] == ["/cursr"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_body_that_is_not_sent_as_json_is_not_read(desk: Desk, writer: Actor, kind: str) -> None:
    response = desk.request(write_note, json_body=FORM, token=desk.token(writer), headers={"Content-Type": kind})
    problem(response, 415, "unsupported-media-type")


@pytest.mark.parametrize("size", [64 * 1024 + 1, 10_000_000])
def test_a_body_that_is_too_large_is_not_read(desk: Desk, writer: Actor, size: int) -> None:
    problem(desk.request(write_note, body=b" " * size, token=desk.token(writer)), 413, "too-large")


def test_a_body_of_the_largest_size_is_read(desk: Desk, writer: Actor) -> None:
    body = json.dumps(FORM).encode().ljust(64 * 1024)
    assert desk.request(write_note, body=body, token=desk.token(writer)).status_code == 200


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_a_command_is_called_by_post_alone(desk: Desk, writer: Actor, method: str) -> None:
    response = desk.request(write_note, json_body=FORM, method=method, token=desk.token(writer))
    problem(response, 405, "wrong-method")
    assert response.headers["Allow"] == "POST"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_question_is_asked_by_get_alone(desk: Desk, writer: Actor, method: str) -> None:
    response = desk.request(list_notes, method=method, token=desk.token(writer))
    problem(response, 405, "wrong-method")
    assert response.headers["Allow"] == "GET"


def test_head_asks_a_question_without_its_answer(desk: Desk, writer: Actor) -> None:
    asked = desk.request(list_notes, token=desk.token(writer))
    response = desk.request(list_notes, method="HEAD", token=desk.token(writer))
    assert (response.status_code, response.headers["ETag"]) == (200, asked.headers["ETag"])


def stolen_key(desk: Desk, writer: Actor) -> str:
    thief = LocalIdentity(lambda: ["another key, as long as the first one"], desk.records)
    return thief.access_token(writer.id, "session", desk.clock.now()).text


def expired(desk: Desk, writer: Actor) -> str:
    token = desk.token(writer)
    desk.clock.pass_(minutes=5)
    return token


NO_ACCESS_TOKENS: dict[str, Callable[[Desk, Actor], str]] = {
    "none": lambda _, __: "",
    "no token at all": lambda _, __: "open sesame",
    "a letter more": lambda desk, writer: desk.token(writer) + "A",
    "a letter less": lambda desk, writer: desk.token(writer)[:-1],
    "another's key": stolen_key,
    "expired": expired,
    "somebody unknown": lambda desk, _: desk.identity.access_token("nobody", "session", desk.clock.now()).text,
    "refresh token": lambda desk, _: desk.identity.refresh_token("session", 1).reveal(),
    "service token": lambda desk, _: desk.identity.service_token("kernel_write_note", desk.clock.now()).text,
    "display token": lambda desk, _: (
        desk.identity.display_token("agenda", desk.clock.now(), desk.clock.now().replace(year=2027)).text
    ),
}


@pytest.mark.parametrize("token", NO_ACCESS_TOKENS.values(), ids=NO_ACCESS_TOKENS.keys())
def test_whoever_shows_no_valid_access_token_is_not_signed_in(
    desk: Desk, writer: Actor, token: Callable[[Desk, Actor], str]
) -> None:
    response = desk.request(write_note, json_body=FORM, token=token(desk, writer))
    problem(response, 401, "not-signed-in")
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert desk.journal() == []  # counted nowhere: not signed in leaves no row


def test_another_scheme_than_bearer_is_not_signed_in(desk: Desk, writer: Actor) -> None:
    headers = {"Authorization": f"Basic {desk.token(writer)}"}
    problem(desk.request(write_note, json_body=FORM, headers=headers), 401, "not-signed-in")


def test_a_person_does_not_stand_in_for_a_hall_display(desk: Desk, writer: Actor) -> None:
    problem(desk.request(show_to_display, token=desk.token(writer)), 401, "not-signed-in")


def test_a_right_that_the_position_lacks_is_named_so(desk: Desk, writer: Actor) -> None:
    problem(desk.request(organise, json_body=FORM, token=desk.token(writer)), 403, "not-permitted")


def test_who_calls_too_often_is_told_when_to_come_back(desk: Desk, writer: Actor) -> None:
    token = desk.token(writer)
    statuses = [desk.request(write_seldom, json_body=FORM, token=token).status_code for _ in range(3)]
    response = desk.request(write_seldom, json_body=FORM, token=token)

    assert statuses == [200, 200, 200]
    problem(response, 429, "too-many-requests")
    assert int(response.headers["Retry-After"]) >= 1


def test_a_limit_counts_each_person_apart(desk: Desk, writer: Actor) -> None:
    for _ in range(4):
        desk.request(write_seldom, json_body=FORM, token=desk.token(writer))
    other = desk.employee("Sari")
    assert desk.request(write_seldom, json_body=FORM, token=desk.token(other)).status_code == 200


def test_a_busy_store_is_told_with_the_time_to_come_back(desk: Desk, writer: Actor) -> None:
    response = desk.request(be_busy, json_body=FORM, token=desk.token(writer))
    problem(response, 503, "busy")
    assert int(response.headers["Retry-After"]) >= 1


@pytest.mark.parametrize("mistake", [break_down, answer_secret, tell_secret, refuse_with_secret, read_after_write])
def test_a_mistake_in_an_operation_is_answered_with_a_code_and_nothing_of_the_inside(
    desk: Desk, writer: Actor, mistake: Callable[..., Any], caplog: pytest.LogCaptureFixture
) -> None:
    response = desk.request(mistake, json_body=FORM, token=desk.token(writer))

    answered = problem(response, 500, "internal")
    assert answered["instance"][:8] in answered["detail"]
    told = response.get_data(as_text=True)
    assert not any(word in told for word in (INSIDE, "Error", "Traceback", "notes", "kernel"))
    assert [record.__dict__["request_id"] for record in caplog.records if hasattr(record, "request_id")] == [
        answered["instance"]
    ]
    assert desk.all(NOTES, FOR_SERVICES) == []


def test_a_secret_stands_in_no_journal_row_after_a_mistake(desk: Desk, writer: Actor) -> None:
    desk.request(refuse_with_secret, json_body=FORM, token=desk.token(writer))
    desk.request(tell_secret, json_body=FORM, token=desk.token(writer))
    assert INSIDE not in repr(desk.journal())


@pytest.mark.parametrize("question", [list_for_services, list_without_right])
def test_a_list_that_is_not_for_persons_is_refused_to_them(
    desk: Desk, writer: Actor, question: Callable[..., Any]
) -> None:
    problem(desk.request(question, token=desk.token(writer)), 500, "internal")


def test_an_unchanged_answer_is_not_sent_again(desk: Desk, writer: Actor) -> None:
    token = desk.token(writer)
    desk.request(write_note, json_body=FORM, token=token)
    first = desk.request(list_notes, token=token)
    again = desk.request(list_notes, token=token, headers={"If-None-Match": first.headers["ETag"]})
    desk.request(write_note, json_body=FORM, token=token)
    changed = desk.request(list_notes, token=token, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code, changed.status_code) == (200, 304, 200)
    assert first.headers["Cache-Control"] == "no-cache, private"
    assert changed.headers["ETag"] != first.headers["ETag"]


def test_a_nip_is_masked_in_an_answer_and_whole_in_the_store(desk: Desk, writer: Actor) -> None:
    token = desk.token(writer)
    note_id = json.loads(desk.request(write_note, json_body=FORM, token=token).get_data())["id"]
    shown = json.loads(desk.request(show_note, params={"note_id": note_id}, token=token).get_data())

    assert shown["nip"] == "1994••••••••••1903"
    kept = desk.found(NOTES, note_id)
    assert kept is not None
    assert kept.nip == "199409222019031903"


@pytest.mark.parametrize(
    ("origin", "counts"),
    [
        (None, True),
        ("http://localhost", True),
        ("https://localhost", True),
        ("http://localhost.example", False),
        ("http://evil.example", False),
        ("http://localhost:81", False),
        ("null", False),
        ("", False),
        ("localhost", False),
    ],
)
def test_the_refresh_cookie_counts_only_when_our_own_pages_sent_it(
    desk: Desk, origin: str | None, *, counts: bool
) -> None:
    cookie = {"Cookie": f"__Host-trowulan-refresh={Secret('x').reveal()}"}
    headers = cookie if origin is None else {**cookie, "Origin": origin}
    answered = json.loads(desk.request(greet, json_body=FORM, headers=headers).get_data())
    assert answered["id"] == ("with-cookie" if counts else "without-cookie")
