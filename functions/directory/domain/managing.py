"""Who may change which organisations, positions and people."""

from __future__ import annotations

from typing import ClassVar

from shared.refusals import Refusal

_ASK = "Minta administrator OPD itu atau pengelola kepegawaian kabupaten."


class OrganisationOutside(Refusal):
    """An administrator of one office acts on an organisation that is neither it nor below it."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Organisasi ini di luar OPD Anda."


class PersonOutside(Refusal):
    """An administrator of one office changes somebody who holds a post elsewhere, or rights beyond the office."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Orang ini di luar OPD Anda."


def manages_office(own_office: str, path: tuple[str, ...], *, manages_all: bool) -> bool:
    """Whether somebody manages what stands on this path: the ids of an organisation and of those above it."""
    return manages_all or (bool(own_office) and own_office in path)


def require_office(own_office: str, path: tuple[str, ...], *, manages_all: bool) -> None:
    """Refuse who manages one office an organisation that stands neither in it nor below it."""
    if not manages_office(own_office, path, manages_all=manages_all):
        raise OrganisationOutside(_ASK)


def manages_person(
    own_office: str, paths: tuple[tuple[str, ...], ...], *, manages_all: bool, reaches_beyond: bool, wrote_them: bool
) -> bool:
    """Whether somebody manages a person: one whose posts, of today and to come, all stand in the own office.

    ``paths`` are those of the posts. Whoever holds none belongs to who wrote them. Whose rights reach beyond the office
    is left alone: a changed address would be a way to those rights.
    """
    if manages_all:
        return True
    if not paths:
        return wrote_them
    return not reaches_beyond and all(own_office in path for path in paths)


def require_person(*, manages: bool) -> None:
    """Refuse who does not manage the person."""
    if not manages:
        raise PersonOutside(_ASK)
