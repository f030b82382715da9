"""The directory's records. A position (jabatan) is separate from the person who holds it, with dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shared.kernel.collections import ListQuery, TypedCollection
from shared.rules.acting_for import Chief
from shared.rules.appointment import Appointment
from shared.values import Nik, Nip, Telephone


class OrganisationKind(StrEnum):
    """The kinds of body that act; OPD is one of them."""

    PEMDA = "pemda"
    OPD = "opd"
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    DESA = "desa"
    VERTICAL = "vertical"
    BUMD = "bumd"
    MEDIA = "media"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body of the regency; ``address`` and ``contact`` stand on its papers.

    ``code`` is that of its region, where it has one; ``ends_on`` is its last day, once it is dissolved.
    """

    id: str
    kind: OrganisationKind
    name: str
    short_name: str
    parent_id: str | None = None
    address: str = ""
    contact: str = ""
    code: str = ""
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person. The Bupati, DPRD members and THL have no NIP; who is suspended cannot sign in or stay signed in."""

    id: str
    name: str
    nip: Nip | None = None
    email: str | None = None
    golongan: str = ""
    suspended: bool = False
    telephone: Telephone | None = None
    nik: Nik | None = None
    second_step: bool = False  # proves who they are by a code of the moment too


@dataclass(frozen=True, slots=True)
class Position:
    """A position (jabatan) of an organisation and the roles that come with it; ``ends_on`` once it is abolished.

    ``chiefs`` are those in whose name its holder prepares: what `AIDES` says of them, kept where each standing is made.
    """

    id: str
    organisation_id: str
    title: str
    rank_class: str = ""
    roles: tuple[str, ...] = ()
    ends_on: date | None = None
    chiefs: tuple[Chief, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """All who held, hold and will hold a position: what two who appoint at one moment both write.

    ``free_since`` is the first day without a holder, from the day of writing on; None while there is no such day.
    """

    position_id: str
    appointments: tuple[Appointment, ...]
    organisation_id: str = ""
    free_since: date | None = None


@dataclass(frozen=True, slots=True)
class PersonNumber:
    """Who took a NIP or an e-mail address last: what two who give one number to two people both write."""

    id: str
    person_id: str


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
SUSPENDED_BY_NAME = ListQuery(equal=("suspended",), order="name")
HAVING_ROLES = ListQuery(contains_any="roles", order="title")
HAVING_ROLES_IN_OFFICE = ListQuery(equal=("organisation_id",), contains_any="roles", order="title")
BY_TITLE = ListQuery(equal=("title",))
OF_TITLE = ListQuery(equal=("organisation_id", "title"))
BY_WORD = ListQuery(contains_any="words", order="name")
WITH_WORD = ListQuery(contains_any="words")
BY_NAME = ListQuery(order="name")
BY_KIND = ListQuery(equal=("kind",), order="name")
BY_PARENT = ListQuery(equal=("parent_id",), order="name")
BY_ORGANISATION = ListQuery(equal=("organisation_id",), order="title")
OF_RANK_IN_OFFICE = ListQuery(equal=("organisation_id", "rank_class"), order="title")
IN_ORDER_OF_TITLE = ListQuery(order="title")
BY_RANK = ListQuery(equal=("rank_class",), order="title")
OF_ORGANISATION = ListQuery(equal=("organisation_id",))
BY_FREE_DAY = ListQuery(order="free_since")
BY_FIRST_DAY = ListQuery(order="starts_on")
BY_LAST_DAY = ListQuery(order="ends_on")

ORGANISATIONS = TypedCollection(
    "organisations", Organisation, key=lambda it: it.id, queries=(BY_NAME, BY_KIND, BY_PARENT)
)
PERSONS = TypedCollection("persons", Person, key=lambda it: it.id, queries=(BY_NIP, BY_EMAIL, SUSPENDED_BY_NAME))
PERSON_NUMBERS = TypedCollection("person_numbers", PersonNumber, key=lambda it: it.id)
POSITIONS = TypedCollection(
    "positions",
    Position,
    key=lambda it: it.id,
    organisation=lambda it: it.organisation_id,
    queries=(
        BY_ORGANISATION,
        HAVING_ROLES,
        HAVING_ROLES_IN_OFFICE,
        BY_TITLE,
        OF_TITLE,
        OF_RANK_IN_OFFICE,
        BY_RANK,
        IN_ORDER_OF_TITLE,
    ),
)
APPOINTMENTS = TypedCollection(
    "appointments",
    Appointment,
    key=lambda it: f"{it.position_id}:{it.person_id}:{it.starts_on}",
    queries=(BY_PERSON, BY_POSITION, BY_FIRST_DAY, BY_LAST_DAY),
)
SEATS = TypedCollection("seats", Seat, key=lambda it: it.position_id, queries=(OF_ORGANISATION, BY_FREE_DAY))
PERSON_CARDS = TypedCollection("person_cards", PersonCard, key=lambda it: it.person_id, queries=(BY_WORD, WITH_WORD))
