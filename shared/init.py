"""`make init`: begin a real office in an empty data folder, and print once the code of its first administrator."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from pathlib import Path

from shared.entry import Runtime
from shared.rules.calendar import clock_time
from shared.settings import Settings, SettingWrong
from shared.values import Secret

_NAME = "Pemerintah Kabupaten Mojokerto"
_LONGEST_NAME = 200
_OF_OURS = {"keys", "log", "schema", "version"}  # what a first start may have left before there are records


def main(arguments: list[str] | None = None) -> int:
    """Begin the office; return the exit code."""
    parser = argparse.ArgumentParser(prog="trowulan-init", description="Siapkan kantor baru tanpa data contoh.")
    parser.add_argument("--data", type=Path, default=Path("var"), help="folder data")
    parser.add_argument("--name", help="nama pemerintah daerah; tanpa ini ditanyakan")
    options = parser.parse_args(arguments)
    os.environ["TROWULAN_DATA"] = str(options.data.resolve())
    try:
        print(_begin(Settings.from_environment(os.environ), options.name))
    except SettingWrong as wrong:
        print(wrong, file=sys.stderr)
        return 2
    return 0


def _begin(settings: Settings, name: str | None) -> str:
    """Return what to tell whoever runs the server. Raises SettingWrong."""
    from functions.portal.office import OfficeExists, prepare_office  # noqa: PLC0415 -- no office needs it twice

    if settings.cloud is not None:
        raise SettingWrong("make init menyiapkan folder data di komputer ini: hapus TROWULAN_MODE=google.")
    _refuse_filled(settings.data)
    called = " ".join((name or _ask()).split())
    if not 1 <= len(called) <= _LONGEST_NAME:
        raise SettingWrong(f"Nama pemerintah daerah harus 1 sampai {_LONGEST_NAME} huruf.")
    ports = Runtime(settings)
    ports.open_data()
    ports.identity.ticket("init", {})  # signs, and so makes the office's keys
    ports.signing_authorities.current(ports.clock.now())  # and the authority by which its people sign
    try:
        text, code = prepare_office(ports, called, Secret(secrets.token_urlsafe(32)))
    except OfficeExists as exists:
        raise SettingWrong(f"Folder {settings.data} {exists}") from None
    finally:
        ports.records.close()
    return (
        f"Kode penyiapan: {text}\n"
        f"Berlaku sampai pukul {clock_time(code.expires_at)}, sekali pakai; kode sebelumnya tidak berlaku lagi.\n"
        "Jalankan Trowulan dengan folder data yang sama (make run), lalu buka halaman /mulai di peramban."
    )


def _refuse_filled(data: Path) -> None:
    """Refuse a demonstration, which never becomes an office, and a folder of something else."""
    from functions.portal.demo import is_demo  # noqa: PLC0415 -- (same)

    if is_demo(data):
        raise SettingWrong(f"Folder {data} berisi data contoh: pilih folder lain dengan --data (make init DATA=…).")
    holds_records = (data / "records.db").exists()
    if not holds_records and data.is_dir() and any(it.name not in _OF_OURS for it in data.iterdir()):
        raise SettingWrong(f"Folder {data} tidak kosong: pilih folder kosong dengan --data (make init DATA=…).")


def _ask() -> str:
    """Ask for the regency's name where somebody is there to answer."""
    if not sys.stdin.isatty():
        return _NAME
    return input(f"Nama pemerintah daerah [{_NAME}]: ") or _NAME


if __name__ == "__main__":
    sys.exit(main())
