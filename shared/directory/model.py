"""The directory's records. A position (jabatan) is separate from the person who holds it, with dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shared.kernel.collections import ListQuery, TypedCollection
from shared.rules.appointment import Appointment
from shared.values import Nip


class OrganisationKind(StrEnum):
    """The kinds of body that act; OPD is one of them."""

    PEMDA = "pemda"
    OPD = "opd"
    KECAMATAN = "kecamatan"
    DESA = "desa"
    VERTICAL = "vertical"
    BUMD = "bumd"
    MEDIA = "media"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body of the regency; ``address`` and ``contact`` stand on its papers."""

    id: str
    kind: OrganisationKind
    name: str
    short_name: str
    parent_id: str | None = None
    address: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person. The Bupati, DPRD members and THL have no NIP; who is suspended cannot sign in or stay signed in."""

    id: str
    name: str
    nip: Nip | None = None
    email: str | None = None
    golongan: str = ""
    suspended: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """A position (jabatan) of an organisation and the roles that come with it."""

    id: str
    organisation_id: str
    title: str
    rank_class: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """All who held, hold and will hold a position: what two who appoint at one moment both write."""

    position_id: str
    appointments: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person as the search box shows them: a projection of the present position, with the words that find it."""

    person_id: str
    name: str
    position_title: str
    organisation_name: str
    words: tuple[str, ...]


BY_PERSON = ListQuery(equal=("person_id",), order="starts_on")
BY_POSITION = ListQuery(equal=("position_id",), order="starts_on")
BY_NIP = ListQuery(equal=("nip",))
BY_EMAIL = ListQuery(equal=("email",))
BY_WORD = ListQuery(contains_any="words", order="name")
BY_NAME = ListQuery(order="name")

ORGANISATIONS = TypedCollection("organisations", Organisation, key=lambda it: it.id, queries=(BY_NAME,))
PERSONS = TypedCollection("persons", Person, key=lambda it: it.id, queries=(BY_NIP, BY_EMAIL))
POSITIONS = TypedCollection("positions", Position, key=lambda it: it.id, organisation=lambda it: it.organisation_id)
APPOINTMENTS = TypedCollection(
    "appointments",
    Appointment,
    key=lambda it: f"{it.position_id}:{it.person_id}:{it.starts_on}",
    queries=(BY_PERSON, BY_POSITION),
)
SEATS = TypedCollection("seats", Seat, key=lambda it: it.position_id)
PERSON_CARDS = TypedCollection("person_cards", PersonCard, key=lambda it: it.person_id, queries=(BY_WORD,))
