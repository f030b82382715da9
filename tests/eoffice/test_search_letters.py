"""Searching letters: by what is typed, whoever types it."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from functions.eoffice.cancel_surat_masuk import SuratMasukToCancel, cancel_surat_masuk
from functions.eoffice.domain.letter import Urgensi
from functions.eoffice.domain.surat_masuk import LetterState
from functions.eoffice.finish_surat_masuk import SuratMasukToFinish, finish_surat_masuk
from functions.eoffice.search_letters import FoundLetters, LetterSearch, search_letters
from shared.codec import Invalid, decode_json
from shared.refusals import InvalidField

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def search(room: MailRoom, text: str, by: Actor | None = None, **narrowed: Any) -> FoundLetters:  # noqa: ANN401
    found: FoundLetters = room.desk.call(search_letters, LetterSearch(text, **narrowed), by=by or room.clerk)
    return found


def ids(room: MailRoom, text: str, by: Actor | None = None, **narrowed: Any) -> list[str]:  # noqa: ANN401
    return [it.letter.id for it in search(room, text, by, **narrowed).items]


@pytest.mark.parametrize(
    "typed",
    ["undangan", "Undangan Rapat", "rapat undangan", "spbe", "informatika", "000.1.5/1234", "1234", "12", "0001/2026"],
)
def test_a_letter_is_found_by_words_of_its_hal_its_sender_its_number_and_its_agenda_number(
    room: MailRoom, typed: str
) -> None:
    letter_id = room.register(scan_id=room.desk_scan(2)).letter_id
    room.register(scan_id=room.desk_scan(1), number="9/77", sender="Bank", hal="Penawaran kredit")
    assert ids(room, typed) == [letter_id]


def test_the_beginning_of_a_word_is_enough_and_each_word_must_be_there(room: MailRoom) -> None:
    letter_id = room.register(scan_id=room.desk_scan(2)).letter_id
    assert ids(room, "koord") == ids(room, "und rap") == [letter_id]
    assert ids(room, "undangan stunting") == []
    assert ids(room, "ordinasi") == []


@pytest.mark.parametrize("typed", ["undngan", "undamgan", "unddangan", "nudangan", "rapta", "rapat infromatika"])
def test_one_slip_in_a_word_is_forgiven(room: MailRoom, typed: str) -> None:
    letter_id = room.register(scan_id=room.desk_scan(2)).letter_id
    [found] = search(room, typed).items
    assert (found.letter.id, found.is_near) == (letter_id, True)


def test_two_slips_and_a_slip_in_a_number_are_not_forgiven(room: MailRoom) -> None:
    room.register(scan_id=room.desk_scan(2))
    for typed in ("unbamgan", "1243", "000.1.5/1235", "rapta undamgan jumat"):
        assert ids(room, typed) == [], typed


def test_what_stands_in_the_letter_itself_is_found_and_said_to_stand_there(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    [found] = search(room, "mengharap kehadiran").items
    assert (found.letter.id, found.matched.text) == (letter_id, ("mengharap", "kehadiran"))
    [found] = search(room, "undang 1234 komunikasi senin").items
    where = found.matched
    assert (where.hal, where.number, where.sender, where.text) == (
        ("undangan",),
        ("1234",),
        ("komunikasi",),
        ("senin",),
    )


def test_newest_come_first_and_those_that_say_it_as_typed_before_those_that_nearly_do(room: MailRoom) -> None:
    old = room.register(scan_id=room.desk_scan(1), number="1", hal="Rapat anggaran").letter_id
    room.desk.clock.pass_(minutes=1)
    new = room.register(scan_id=room.desk_scan(2), number="2", hal="Rapat anggaran").letter_id
    room.desk.clock.pass_(minutes=1)
    near = room.register(scan_id=room.desk_scan(3), number="3", hal="Rapat anggeran").letter_id
    assert ids(room, "rapat") == [near, new, old]
    assert ids(room, "anggaran") == [new, old]
    assert ids(room, "anggirun rapat") == []
    assert ids(room, "anggran rapat") == [near, new, old]


def test_the_search_is_narrowed_by_state_urgency_and_year(room: MailRoom) -> None:
    waiting = room.register(scan_id=room.desk_scan(1), number="1", urgensi=Urgensi.SEGERA).letter_id
    done = room.register(scan_id=room.desk_scan(2), number="2", urgensi=Urgensi.SEGERA).letter_id
    plain = room.register(scan_id=room.desk_scan(3), number="3").letter_id
    room.desk.call(finish_surat_masuk, SuratMasukToFinish(done, "Untuk diketahui"), by=room.head)
    assert set(ids(room, "undangan")) == {waiting, done, plain}
    assert ids(room, "undangan", state=LetterState.DONE) == [done]
    assert set(ids(room, "undangan", urgensi=Urgensi.SEGERA)) == {waiting, done}
    assert ids(room, "undangan", urgensi=Urgensi.SEGERA, state=LetterState.WAITING) == [waiting]
    assert len(ids(room, "undangan", year=2026)) == 3
    assert ids(room, "undangan", year=2025) == []


def test_a_cancelled_letter_is_found_as_one_that_was_cancelled(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.desk.call(cancel_surat_masuk, SuratMasukToCancel(letter_id, "Salah alamat"), by=room.clerk)
    [found] = search(room, "undangan").items
    assert (found.letter.id, found.letter.state) == (letter_id, LetterState.CANCELLED)


def test_many_come_in_parts_of_twenty_five(room: MailRoom) -> None:
    for number in range(30):
        room.register(scan_id=room.desk_scan(number), number=str(number))
    first = search(room, "undangan rapat")
    rest = search(room, "undangan rapat", cursor=first.next_cursor)
    assert (len(first.items), len(rest.items), rest.next_cursor) == (25, 5, None)
    assert len({it.letter.id for it in (*first.items, *rest.items)}) == 30


def test_what_was_found_in_spite_of_a_slip_comes_in_parts_too(room: MailRoom) -> None:
    for number in range(27):
        room.register(scan_id=room.desk_scan(number), number=str(number))
    first = search(room, "undnagan")
    rest = search(room, "undnagan", cursor=first.next_cursor)
    assert len({it.letter.id for it in (*first.items, *rest.items)}) == 27


@pytest.mark.parametrize(
    "typed", ['"undangan"', "undangan*", "undangan)", "(undangan", "'undangan';--", "<b>undangan</b>"]
)
def test_marks_and_quotes_in_what_is_typed_are_no_commands(room: MailRoom, typed: str) -> None:
    letter_id = room.register(scan_id=room.desk_scan(2), hal="Undangan b rapat").letter_id
    assert ids(room, typed) == [letter_id]


@pytest.mark.parametrize(
    "typed", ["undangan OR kredit", "NEAR(undangan kredit)", "undangan NOT kredit", "{hal}: kredit"]
)
def test_words_that_are_commands_elsewhere_are_words_here(room: MailRoom, typed: str) -> None:
    room.register(scan_id=room.desk_scan(2))
    room.register(scan_id=room.desk_scan(1), number="9/77", sender="Bank", hal="Penawaran kredit")
    assert ids(room, typed) == []


def test_nothing_to_look_for_is_refused_in_words(room: MailRoom) -> None:
    with pytest.raises(InvalidField) as refused:
        search(room, "?? !")
    assert "dua huruf atau angka" in str(refused.value.detail)
    for text in ("", "a", "a" * 101):
        with pytest.raises(Invalid):
            decode_json(LetterSearch, json.dumps({"text": text}).encode())


def test_letters_that_are_registered_at_one_moment_are_found_once_each(room: MailRoom) -> None:
    scans = [room.desk_scan(it) for it in range(8)]
    with ThreadPoolExecutor(4) as people:
        registering = [people.submit(room.register, scan_id=it, number=f"{it}/7") for it in scans]
        meanwhile = [people.submit(ids, room, "undangan") for _ in range(4)]
        registered = {it.result().letter_id for it in registering}
        for one in meanwhile:
            assert len(set(one.result())) == len(one.result())
    found = ids(room, "undangan")
    assert (len(found), set(found)) == (8, registered)
