"""Guests who are invited by e-mail: which addresses can be, how many, and what becomes of the mail."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.guest_book import (
    GuestBook,
    GuestToInvite,
    TooManyGuestsInvited,
    invite_guests_to,
    require_few_guests,
    tidied,
    without,
    wrong_email,
)
from functions.eagenda.domain.guest_invite_policy import GuestInvitePolicy
from functions.eagenda.domain.invited_guest import (
    GuestMailState,
    InvitedGuest,
    answer_as_guest,
    is_link_good,
    settled_mail,
    with_mail,
    withdrawn,
)
from shared.refusals import InvalidField
from tests.eagenda.domain.examples import meeting

POLICY = GuestInvitePolicy(most=3, link_days=1, email_kept_days=30)
RATNA = GuestToInvite("Ratna", "PT Angin", "ratna@angin.example")
AGENDA = meeting()


def invited(*guests: GuestToInvite, book: GuestBook | None = None) -> tuple[GuestBook, tuple[InvitedGuest, ...]]:
    asked = [(f"g{number}", it) for number, it in enumerate(guests, 1)]
    return invite_guests_to(AGENDA, book or GuestBook(AGENDA.id), asked, POLICY)


def ratna() -> InvitedGuest:
    [guest] = invited(RATNA)[1]
    return guest


@pytest.mark.parametrize(
    "email",
    [
        "",
        "ratna@angin.example\r\nbcc: semua@x.example",
        "ratna@angin.example,semua@x.example",
        "ratna <ratna@angin.example>",
        '"ratna"@angin.example',
        "ratna@angin",
        "ratna@-angin.example",
        "ratna angin.example",
        "r\u00e4tna@angin.example",
        "ratna@angin\uff0eexample",
        "ratna@angin.example\u200b",
        f"{'r' * 65}@angin.example",
        f"r@{'a.' * 130}example",
    ],
)
def test_what_is_not_one_plain_address_is_refused(email: str) -> None:
    assert wrong_email(email, ())
    with pytest.raises(InvalidField) as refused:
        tidied([replace(RATNA, email=email)], ())
    assert refused.value.facts["errors"][0]["pointer"] == "/guests/0/email"


@pytest.mark.parametrize("email", ["ratna.w+rapat@mail.angin.co.id", "O'Brien_1@x-y.example", "1@a.id"])
def test_what_people_really_have_is_taken(email: str) -> None:
    assert wrong_email(email, ()) == ""


def test_an_address_of_the_staff_is_refused_without_saying_whose() -> None:
    assert "pegawai" in wrong_email(RATNA.email, {RATNA.email: object()})


def test_names_are_one_line_and_addresses_small_letters() -> None:
    [guest] = tidied([GuestToInvite("Ratna\r\nBcc: x\u2028\x00W", "PT\tAngin", "Ratna@Angin.EXAMPLE")], ())
    assert guest == GuestToInvite("Ratna Bcc: x W", "PT Angin", "ratna@angin.example")


def test_a_name_of_nothing_that_shows_and_nobody_at_all_are_refused() -> None:
    for guests in ([replace(RATNA, name="\u200b")], []):
        with pytest.raises(InvalidField):
            tidied(guests, ())


def test_an_address_is_invited_once_however_often_it_comes() -> None:
    book, new = invited(RATNA, replace(RATNA, name="Ratna lagi", email="RATNA@angin.example"))
    assert [it.name for it in new] == ["Ratna"]
    assert book.has("ratna@ANGIN.example")
    assert invited(RATNA, book=book)[1] == ()


def test_who_was_withdrawn_can_be_invited_anew_and_leaves_no_address() -> None:
    book, [guest] = invited(RATNA)
    assert (withdrawn(guest).email, withdrawn(guest).forget_email_at) == ("", None)
    assert len(invited(RATNA, book=without(book, [guest]))[1]) == 1


def test_no_more_are_invited_than_the_policy_allows() -> None:
    crowd = [replace(RATNA, email=f"g{number}@angin.example") for number in range(4)]
    assert len(invited(*crowd[:3])[1]) == 3
    with pytest.raises(TooManyGuestsInvited):
        invited(*crowd)


def test_an_address_is_kept_for_so_many_days_after_the_meeting() -> None:
    assert ratna().forget_email_at == AGENDA.ends_at + timedelta(days=30)


def test_a_link_is_good_until_a_day_after_the_meeting_and_not_once_it_is_withdrawn() -> None:
    end = AGENDA.ends_at + timedelta(days=1)
    assert is_link_good(ratna(), AGENDA, POLICY, end - timedelta(seconds=1))
    assert not is_link_good(ratna(), AGENDA, POLICY, end)
    assert not is_link_good(withdrawn(ratna()), AGENDA, POLICY, AGENDA.starts_at)


@pytest.mark.parametrize(
    ("is_sent", "reason", "state"),
    [
        (True, "", GuestMailState.SENT),
        (False, "550", GuestMailState.REFUSED),
        (False, "address", GuestMailState.REFUSED),
        (False, "452", GuestMailState.FAILED),
        (False, "ConnectionRefusedError", GuestMailState.FAILED),
    ],
)
def test_what_became_of_the_mail_is_noted(is_sent: bool, reason: str, state: GuestMailState) -> None:  # noqa: FBT001
    guest = ratna()
    assert settled_mail(guest, guest.mail_id, reason, is_sent=is_sent).mail.state is state


def test_of_an_earlier_mail_nothing_is_noted() -> None:
    later = with_mail(ratna())
    assert settled_mail(later, ratna().mail_id, "550", is_sent=False) == later


def test_a_guest_comes_or_does_not_and_sends_nobody_instead() -> None:
    now = AGENDA.starts_at
    assert answer_as_guest(ratna(), AnswerKind.NOT_COMING, "sakit\n", now).answer.reason == "sakit"
    for kind in (AnswerKind.REPRESENTED, AnswerKind.UNANSWERED):
        with pytest.raises(InvalidField):
            answer_as_guest(ratna(), kind, "", now)


def test_one_to_sixty_are_withdrawn_at_once() -> None:
    require_few_guests(("g1",) * 60)
    for ids in ((), ("g1",) * 61):
        with pytest.raises(InvalidField):
            require_few_guests(ids)
