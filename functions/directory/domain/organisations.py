"""What an organisation is called, where it may stand, and when it may end."""

from __future__ import annotations

import re
from datetime import date

from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import long_date

# Kepmendagri 100.1.1-6117/2022: province, regency, kecamatan, desa or kelurahan.
_CODE = re.compile(r"\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?")
_NAMED_AT_MOST = 5


class OrganisationInUse(Refusal):
    """Units stand below the organisation, or somebody holds its posts, after its last day."""

    title = "Organisasi ini masih dipakai."


class OrganisationDissolved(Refusal):
    """The organisation has ended, or ends before what is asked."""

    title = "Organisasi ini dibubarkan."


def check_code(code: str) -> str:
    """Return a region's code, or refuse one of another form; an organisation may have none."""
    if code and not _CODE.fullmatch(code):
        raise InvalidField("/code", "Tulis kode wilayah seperti 35.16.12 atau 35.16.12.2001.")
    return code


def check_place(organisation_id: str, path_above: tuple[str, ...], ends_on: date | None) -> None:
    """Refuse to put an organisation below itself or below what stands below it, or below one that is dissolved.

    ``path_above`` are the ids of its new parent and of those above that one; ``ends_on`` is the parent's last day.
    """
    if organisation_id in path_above:
        raise InvalidField("/parent_id", "Organisasi tidak dapat berada di bawah dirinya sendiri atau bawahannya.")
    if ends_on is not None:
        raise InvalidField("/parent_id", f"Organisasi induk ini dibubarkan {long_date(ends_on)}. Pilih induk lain.")


def require_standing(ends_on: date | None) -> None:
    """Refuse to change or to fill what is dissolved."""
    if ends_on is not None:
        raise OrganisationDissolved(f"Hari terakhirnya {long_date(ends_on)}.")


def check_dissolution(last_day: date, today: date, units: list[str], held_posts: list[str]) -> None:
    """Refuse a day that has passed, and to dissolve what units stand below or whose posts are held afterwards."""
    if last_day < today:
        raise InvalidField("/last_day", f"Hari terakhir paling awal hari ini, {long_date(today)}.")
    reasons = [
        f"{what} {_named(names)}"
        for what, names in (("unit di bawahnya:", units), ("jabatan yang masih dipegang:", held_posts))
        if names
    ]
    if reasons:
        raise OrganisationInUse(
            f"Masih ada {'; '.join(reasons)}. Pindahkan atau bubarkan unitnya, dan akhiri masa jabatannya dulu.",
            units=units,
            posts=held_posts,
        )


def _named(names: list[str]) -> str:
    shown = ", ".join(names[:_NAMED_AT_MOST])
    more = len(names) - _NAMED_AT_MOST
    return f"{shown}, dan {more} lagi" if more > 0 else shown
