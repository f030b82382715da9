"""The roles that come with each release; an office changes them and adds its own beside them.

A permission that a later release adds to one of them reaches every office by itself, as nothing of this is stored.
"""

from __future__ import annotations

from dataclasses import dataclass

from shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class BaseRole:
    """A role as the release gives it."""

    name: str
    permissions: frozenset[Permission]


BASE_ROLES = {
    "pegawai": BaseRole("Pegawai", frozenset({Permission.ATTEND})),
    "penyelenggara": BaseRole(
        "Penyelenggara agenda", frozenset({Permission.ORGANISE_AGENDA, Permission.READ_DIRECTORY})
    ),
    "petugas-surat": BaseRole("Petugas surat", frozenset({Permission.REGISTER_LETTERS, Permission.READ_DIRECTORY})),
    "protokol": BaseRole(
        "Protokol pimpinan",
        frozenset(
            {
                Permission.ORGANISE_AGENDA,
                Permission.READ_DIRECTORY,
                Permission.READ_LEADERSHIP,
                Permission.ANSWER_FOR_LEADERS,
            }
        ),
    ),
    "pemantau": BaseRole("Pemantau kehadiran kabupaten", frozenset({Permission.READ_RECAPS})),
    "administrator": BaseRole(
        "Administrator kabupaten",
        frozenset(
            {
                Permission.READ_DIRECTORY,
                Permission.MANAGE_DIRECTORY,
                Permission.MANAGE_OFFICE,
                Permission.MANAGE_ROLES,
                Permission.READ_TABLES,
                Permission.PROPOSE_TABLES,
                Permission.APPROVE_TABLES,
                Permission.WATCH_SYSTEM,
            }
        ),
    ),
    "kepegawaian": BaseRole(
        "Pengelola kepegawaian kabupaten",
        frozenset({Permission.READ_DIRECTORY, Permission.MANAGE_DIRECTORY, Permission.MANAGE_OFFICE}),
    ),
    "admin-opd": BaseRole("Administrator OPD", frozenset({Permission.READ_DIRECTORY, Permission.MANAGE_OFFICE})),
}
