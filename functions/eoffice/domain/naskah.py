"""A naskah dinas on its way out: what is typed of it, where it stands, and who has it in hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from functions.eoffice.domain.letter import Sifat, Urgensi
from functions.eoffice.domain.naskah_forms import FORMS
from functions.eoffice.domain.naskah_kind import Form, NaskahKind
from functions.eoffice.domain.naskah_signature import Signed, Signing
from shared.refusals import Refusal
from shared.rules.chain import Chain, asked_of
from shared.rules.rich_text import Blocks
from shared.values import Instant, Text

MaybeLine = Annotated[str, Text(0, 200)]


class NaskahState(StrEnum):
    """Where a naskah stands: with who drafts it, with its checkers, with who signs it, signed, or given up.

    While it is ``SIGNING`` it has its number and the signer has it in hand; where that failed so often that somebody
    has to look, it is ``SIGNING_FAILED`` and may be signed again under the same number.
    """

    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    CHECKED = "checked"
    SIGNING = "signing"
    SIGNING_FAILED = "signing-failed"
    SIGNED = "signed"
    CANCELLED = "cancelled"


class NotDrafter(Refusal):
    """Another person drafts the naskah."""

    status = 403
    title = "Naskah ini dikonsep orang lain."


class NaskahInChain(Refusal):
    """The naskah lies before its checkers."""

    title = "Naskah ini sedang diperiksa."


class NaskahIsSigned(Refusal):
    """The naskah bears its signature."""

    title = "Naskah ini sudah ditandatangani."


class NaskahCancelled(Refusal):
    """The naskah was given up."""

    title = "Naskah ini sudah dibatalkan."


@dataclass(frozen=True, slots=True)
class Destination:
    """To whom a naskah goes: a post of the regency, or somebody outside by name and place."""

    name: MaybeLine = ""
    place: MaybeLine = ""
    position_id: str = ""


@dataclass(frozen=True, slots=True)
class SectionText:
    """What is typed in one part of the form."""

    name: str
    blocks: Blocks = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Whoever signs beside our own official, by hand: of a berita acara or a nota kesepakatan."""

    name: MaybeLine = ""
    title: MaybeLine = ""


@dataclass(frozen=True, slots=True)
class Checker:
    """A post that checks, and in which order; those of one order check beside one another."""

    position_id: str
    order: int


@dataclass(frozen=True, slots=True)
class NaskahSays:
    """What is typed of a naskah. Of a draft anything may still be empty.

    ``person_ids`` are those whom it sends or orders; ``enclosure`` says how much is attached, ``attachment`` what
    stands on the sheets behind it. ``signer_id`` is the post that signs, ``in_name_of`` and ``through`` stand before it
    (a.n., u.b.).
    """

    hal: Annotated[str, Text(0, 300)] = ""
    sifat: Sifat = Sifat.BIASA
    urgensi: Urgensi = Urgensi.BIASA
    klasifikasi: Annotated[str, Text(0, 30)] = ""
    destinations: tuple[Destination, ...] = ()
    copies: tuple[Destination, ...] = ()
    sections: tuple[SectionText, ...] = ()
    person_ids: tuple[str, ...] = ()
    enclosure: Annotated[str, Text(0, 100)] = ""
    attachment: Blocks = ()
    party: Party = Party()
    checkers: tuple[Checker, ...] = ()
    signer_id: str = ""
    in_name_of: MaybeLine = ""
    through: MaybeLine = ""


@dataclass(frozen=True, slots=True)
class Naskah:
    """A naskah; ``remark`` is why it was given back, ``answers_id`` the letter that came in to which it replies.

    ``edition`` counts the texts that lay before its checkers: one when it is submitted, one more when one changes it.
    """

    id: str
    kind: NaskahKind
    organisation_path: tuple[str, ...]
    organisation_name: str
    drafter_id: str
    drafter_name: str
    drafter_position_id: str
    begun_at: Instant
    says: NaskahSays
    state: NaskahState = NaskahState.DRAFTED
    changed_at: Instant | None = None
    changed_by_name: str = ""
    chain: Chain = ()
    shown_to: tuple[str, ...] = ()  # the posts whose turn it was once
    edition: int = 0
    asked_until: Instant | None = None  # when those whose turn it is are reminded next
    reminded: int = 0  # how often those were
    remark: str = ""
    cancel_reason: str = ""
    answers_id: str = ""
    signing: Signing | None = None
    signed: Signed | None = None
    delivered_at: Instant | None = None

    @property
    def form(self) -> Form:
        """Of what its kind is made."""
        return FORMS[self.kind]

    @property
    def organisation_id(self) -> str:
        """Whose naskah it is."""
        return self.organisation_path[0]

    @property
    def is_secret(self) -> bool:
        """Whether nobody may learn of it but who drafts, checks and signs it, and those to whom it goes."""
        return self.says.sifat.is_secret

    @property
    def called(self) -> str:
        """Return what a list or a task calls it: its hal, unless it is secret."""
        if self.is_secret:
            return f"{self.form.title} rahasia"
        return self.says.hal or f"{self.form.title} tanpa hal"

    @property
    def held_by(self) -> tuple[str, ...]:
        """Return the titles of those whose turn it is; who drafts it by name."""
        if self.state is NaskahState.DRAFTED:
            return (self.drafter_name,)
        return tuple(it.title for it in asked_of(self.chain))
