"""NIP and NI PPPK: what the 18 digits say, and how a wrong one is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.rules.nip import Appointment, InvalidNip, NipFacts, NipKind, Sex, group_nip, plain_nip, read_nip

SEX_DIGITS = {Sex.MALE: "1", Sex.FEMALE: "2"}


@st.composite
def nips(draw: st.DrawFn) -> tuple[str, NipFacts]:
    """Draw the digits of a NIP or NI PPPK together with what they say."""
    birth_date = draw(st.dates(date(1940, 1, 1), date(2010, 12, 31)))
    year = birth_date.year + draw(st.integers(17, 58))
    kind, middle = draw(
        st.one_of(
            st.tuples(st.just(NipKind.PNS), st.integers(1, 12)),
            st.tuples(st.just(NipKind.PPPK), st.integers(21, 99)),
        )
    )
    sex, serial = draw(st.sampled_from(Sex)), draw(st.integers(1, 999))
    digits = f"{birth_date:%Y%m%d}{year}{middle:02}{SEX_DIGITS[sex]}{serial:03}"
    appointed = Appointment(year, middle if kind is NipKind.PNS else None)
    return digits, NipFacts(birth_date, appointed, kind, sex, serial)


def test_the_nip_of_a_pns_tells_the_month_of_appointment() -> None:
    assert read_nip("198609262015051001") == NipFacts(
        date(1986, 9, 26), Appointment(2015, 5), NipKind.PNS, Sex.MALE, serial=1
    )


def test_the_ni_of_a_pppk_does_not_fail_as_month_24() -> None:
    assert read_nip("199009132025242014") == NipFacts(
        date(1990, 9, 13), Appointment(2025, None), NipKind.PPPK, Sex.FEMALE, serial=14
    )


def test_the_example_of_the_regulation_itself_is_read() -> None:
    # Perka BKN 22/2007: Amir, born 1 August 1966, appointed 1 March 1988.
    assert read_nip("19660801.198803.1.001").birth_date == date(1966, 8, 1)


@given(nips())
def test_what_was_written_into_a_nip_is_read_from_it(nip: tuple[str, NipFacts]) -> None:
    digits, facts = nip
    assert read_nip(digits) == facts


@given(nips())
def test_the_printed_groups_hold_the_same_nip(nip: tuple[str, NipFacts]) -> None:
    digits, facts = nip
    printed = group_nip(digits)
    assert [len(group) for group in printed.split(" ")] == [8, 6, 1, 3]
    assert plain_nip(printed) == digits
    assert read_nip(printed) == facts


def test_a_nip_is_printed_in_four_groups() -> None:
    assert group_nip("198609262015051001") == "19860926 201505 1 001"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "18 angka"),
        ("19860926201505100", "18 angka"),
        ("1986092620150510011", "18 angka"),
        ("19860926-201505-1-001", "18 angka"),
        ("19860926201505100O", "18 angka"),
        ("\u0661\u0669\u0668\u0666\u0660\u0669\u0662\u0666201505100\u0661", "18 angka"),
        ("198602302015051001", "Tanggal lahir"),
        ("000009262015051001", "Tanggal lahir"),
        ("198609262015001001", "Angka 13 dan 14"),
        ("198609262015131001", "Angka 13 dan 14"),
        ("198609262015201001", "Angka 13 dan 14"),
        ("198609261986051001", "setelah tahun lahir"),
        ("198609260000051001", "setelah tahun lahir"),
        ("198609262015050001", "Angka 15"),
        ("198609262015053001", "Angka 15"),
        ("198609262015051000", "Nomor urut"),
    ],
)
def test_a_wrong_nip_is_refused_with_what_to_correct(text: str, reason: str) -> None:
    with pytest.raises(InvalidNip, match=reason):
        read_nip(text)


@given(st.text(max_size=24))
def test_any_other_text_is_refused_by_name(text: str) -> None:
    with pytest.raises(InvalidNip):
        plain_nip(text)
