"""What a new password must be."""

from __future__ import annotations

import pytest

from functions.portal.common_passwords import common_passwords
from functions.portal.domain.password import LONGEST, PasswordTooWeak, check_new_password, normalised
from shared.values import Secret

NIP = "199003152015042903"


def test_length_is_all_that_is_asked_for() -> None:
    for text in ("empat kata tanpa hubungan", "beras sapu bulan", "kucing-di-atap!", "ꦩꦗꦥꦲꦶꦠ꧀ ꦠꦿꦮꦸꦭꦤ꧀"):
        check_new_password(normalised(Secret(text)), common_passwords(), [NIP, None])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("empatbelas-kar", "paling sedikit 15"),
        ("", "paling sedikit 15"),
        ("abcd" * (LONGEST // 4) + "e", "paling banyak 128"),
        ("1Q2w3e4r5t6y7u8i", "mudah ditebak"),
        ("ababababababababab", "mudah ditebak"),
        ("aku 7aku 7aku 7", "mudah ditebak"),
        ("Password12345678", "mudah ditebak"),
        ("passwordpassword", "mudah ditebak"),
        ("!!2026 liverpool 2026!!", "mudah ditebak"),
        (NIP, "Jangan memakai NIP"),
        ("199003152015042 903 ya", "Jangan memakai NIP"),
    ],
)
def test_what_is_short_endless_or_guessed_early_is_refused(text: str, reason: str) -> None:
    with pytest.raises(PasswordTooWeak, match=reason):
        check_new_password(normalised(Secret(text)), common_passwords(), [NIP, None])


def test_a_password_is_one_however_its_letters_are_composed() -> None:
    assert normalised(Secret("cafe\u0301 \uff11\uff12\uff13")) == normalised(Secret("caf\u00e9 123"))
    assert normalised(Secret(" a  b ")) == Secret(" a  b ")


def test_the_shipped_list_is_in_small_letters_and_long() -> None:
    assert all(it == it.casefold() for it in common_passwords())
    assert len(common_passwords()) > 19_000
