"""Searching letters: who finds which."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from functions.directory.assign_aide import NewAide, assign_aide
from functions.eoffice.cancel_surat_masuk import SuratMasukToCancel, cancel_surat_masuk
from functions.eoffice.correct_surat_masuk import correct_surat_masuk
from functions.eoffice.correcting import SuratMasukToCorrect
from functions.eoffice.derived import LETTER_WORDS_MADE
from functions.eoffice.domain.letter import Sifat
from functions.eoffice.letter_words import LETTER_WORDS
from functions.eoffice.read_surat_masuk import LetterOpened, read_surat_masuk
from functions.eoffice.recall_disposisi import DisposisiToRecall, recall_disposisi
from functions.eoffice.search_letters import LetterSearch, search_letters
from shared.permissions import Permission
from shared.rules.acting_for import AideKind
from tests.eoffice.mail_room import SAYS, TODAY
from tests.rebuild.store import rebuild

if TYPE_CHECKING:
    from shared.actor import Actor
    from shared.ports.records import Transaction
    from tests.eoffice.mail_room import MailRoom


def ids(room: MailRoom, by: Actor, text: str = "undangan") -> list[str]:
    return [it.letter.id for it in room.desk.call(search_letters, LetterSearch(text), by=by).items]


def correct(room: MailRoom, letter_id: str, to: str = "kadis", **changes: Any) -> None:  # noqa: ANN401 -- fields
    version = room.show(letter_id, by=room.clerk).version
    typed = SuratMasukToCorrect(letter_id, version, replace(SAYS, **changes), to, "Salah ketik")
    room.desk.call(correct_surat_masuk, typed, by=room.clerk)


def test_the_desk_finds_its_book_and_others_what_came_to_them(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    colleague = room.desk.employee("Rini", Permission.REGISTER_LETTERS)
    for one in (room.clerk, colleague, room.head):
        assert ids(room, one) == [letter_id]
    for nobody in (room.secretary, room.staff, room.other_head, room.other_clerk, room.sekda, room.bupati):
        assert ids(room, nobody) == []
        assert ids(room, nobody, "undnagan") == []


def test_an_aide_finds_the_chiefs_letters_but_no_secret_one(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.register(number="2", sifat=Sifat.RAHASIA)
    assert ids(room, room.staff) == []
    room.desk.call(assign_aide, NewAide("kadis", "joni", AideKind.SEKRETARIS, TODAY), by=room.head)
    joni = room.desk.signed_in("joni")
    assert ids(room, joni) == ids(room, joni, "undnagan rapta") == [letter_id]


def test_a_recipient_of_a_disposisi_finds_it_until_it_is_taken_back(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    disposisi_id = room.dispose(letter_id, "kabid", "sekdis")
    assert ids(room, room.field) == ids(room, room.secretary) == ids(room, room.head) == [letter_id]
    room.desk.call(recall_disposisi, DisposisiToRecall(letter_id, disposisi_id, "kabid"), by=room.head)
    assert (ids(room, room.field), ids(room, room.secretary)) == ([], [letter_id])


def test_a_letter_that_goes_to_another_post_is_found_there_alone(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    correct(room, letter_id, to="sekdis")
    assert (ids(room, room.head), ids(room, room.secretary)) == ([], [letter_id])


def test_a_secret_letter_is_found_by_nobody_and_nothing_of_it_is_kept_for_search(room: MailRoom) -> None:
    letter_id = room.register(sifat=Sifat.SANGAT_RAHASIA).letter_id
    for one in (room.clerk, room.head, room.staff, room.other_clerk):
        for text in ("undangan", "1234", "0001/2026", "rahasia", "mengharap"):
            answer = room.desk.call(search_letters, LetterSearch(text), by=one)
            assert (answer.items, answer.next_cursor) == ((), None)
    assert room.desk.found(LETTER_WORDS, letter_id) is None


def test_what_is_corrected_to_secret_is_forgotten_and_is_found_again_once_it_is_not(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    correct(room, letter_id, sifat=Sifat.RAHASIA)
    assert ids(room, room.clerk) == ids(room, room.head, "mengharap") == []
    assert room.desk.records.get(LETTER_WORDS.stored, letter_id) is None
    correct(room, letter_id)
    assert ids(room, room.clerk) == ids(room, room.head, "mengharap") == [letter_id]


def test_a_letter_that_was_secret_from_the_first_is_found_once_it_is_not(room: MailRoom) -> None:
    letter_id = room.register(sifat=Sifat.RAHASIA).letter_id
    correct(room, letter_id, hal="Undangan halalbihalal")
    assert ids(room, room.head, "halalbihalal mengharap") == [letter_id]


def test_text_of_a_scan_that_is_entered_again_as_secret_is_found_by_nobody(room: MailRoom) -> None:
    first = room.register().letter_id
    assert ids(room, room.clerk, "surabaya") == [first]
    room.desk.call(cancel_surat_masuk, SuratMasukToCancel(first, "Ternyata rahasia"), by=room.clerk)
    room.register(scan_id=room.letter(first).file.id, sifat=Sifat.RAHASIA, hal="Hal lain")
    for _ in range(2):  # also once it was made anew
        for by in (room.clerk, room.desk.employee("Rini", Permission.REGISTER_LETTERS), room.head):
            assert ids(room, by, "surabaya") == []
        assert ids(room, room.clerk) == [first]
        rebuild(room.desk)


def test_what_was_corrected_is_found_by_what_it_says_now_alone(room: MailRoom) -> None:
    letter_id = room.register(hal="Penawaran kredit").letter_id
    correct(room, letter_id, hal="Penawaran asuransi")
    assert (ids(room, room.clerk, "kredit"), ids(room, room.clerk, "asuransi")) == ([], [letter_id])


def test_what_is_found_stands_as_it_is_now(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.desk.call(read_surat_masuk, LetterOpened(letter_id), by=room.head)
    room.dispose(letter_id, "kabid")
    [found] = room.desk.call(search_letters, LetterSearch("undangan"), by=room.clerk).items
    [listed] = room.desk.call(search_letters, LetterSearch("rapat"), by=room.head).items
    assert (found.letter.is_read, found.letter.held_by) == (True, "penerima disposisi")
    assert listed.letter == found.letter


def test_what_letters_are_found_by_is_made_anew_after_a_loss(room: MailRoom) -> None:
    kept, secret = room.register().letter_id, room.register(number="2", sifat=Sifat.RAHASIA).letter_id
    words = room.desk.found(LETTER_WORDS, kept)
    assert words is not None
    left_over = room.desk.records.get(LETTER_WORDS.stored, kept)

    def lose(transaction: Transaction) -> None:
        transaction.delete(LETTER_WORDS.stored, kept)
        transaction.put(LETTER_WORDS.stored, secret, {**(left_over or {})})

    room.desk.records.transact(lose)
    assert ids(room, room.clerk) == [kept]  # the secret one's key, under the words of the other: what a loss may leave
    rebuild(room.desk)
    assert ids(room, room.clerk) == [kept]
    assert room.desk.found(LETTER_WORDS, kept) == words
    assert room.desk.found(LETTER_WORDS, secret) is None
    assert LETTER_WORDS_MADE.version == 1
