"""The settings of the mail server: right from the start, or no start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.settings import Settings, SettingWrong, SmtpSecurity, SmtpSettings
from shared.values import Secret

if TYPE_CHECKING:
    from pathlib import Path

SERVER = {"TROWULAN_SMTP_HOST": "mail.mojokertokab.example", "TROWULAN_SMTP_FROM": "trowulan@mojokertokab.example"}


def read(**changes: str) -> SmtpSettings | None:
    return Settings.from_environment({**SERVER, **changes}).smtp


def wrong(**changes: str) -> str:
    with pytest.raises(SettingWrong) as refused:
        read(**changes)
    return str(refused.value)


def test_without_a_server_no_mail_is_sent() -> None:
    assert Settings.from_environment({}).smtp is None


def test_a_server_and_a_sender_are_enough() -> None:
    host, sender = SERVER.values()
    assert read() == SmtpSettings(host, 587, SmtpSecurity.STARTTLS, sender)
    assert read(TROWULAN_SMTP_SECURITY="tls") == SmtpSettings(host, 465, SmtpSecurity.TLS, sender)


def test_the_password_is_read_from_a_file_and_never_shown(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("not to be shown\n")
    settings = read(TROWULAN_SMTP_USER="trowulan", TROWULAN_SMTP_PASSWORD_FILE=str(file))
    assert settings is not None
    assert settings.password == Secret("not to be shown")
    assert "not to be shown" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("TROWULAN_SMTP_SECURITY", "ssl", "harus tls, starttls, atau none"),
        ("TROWULAN_SMTP_SECURITY", "none", "hanya untuk server di komputer ini"),
        ("TROWULAN_SMTP_PORT", "surat", "harus bilangan"),
        ("TROWULAN_SMTP_PORT", "70000", "harus bilangan"),
        ("TROWULAN_SMTP_FROM", "", "harus alamat surel"),
        ("TROWULAN_SMTP_FROM", "Trowulan <a@b.id>", "harus alamat surel"),
        ("TROWULAN_SMTP_USER", "trowulan", "keduanya"),
    ],
)
def test_what_is_wrong_is_said(name: str, value: str, says: str) -> None:
    assert says in wrong(**{name: value})


def test_a_password_never_goes_in_the_clear(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("not to be shown\n")
    said = wrong(
        TROWULAN_SMTP_HOST="127.0.0.1",
        TROWULAN_SMTP_SECURITY="none",
        TROWULAN_SMTP_USER="trowulan",
        TROWULAN_SMTP_PASSWORD_FILE=str(file),
    )
    assert "tls atau starttls" in said
