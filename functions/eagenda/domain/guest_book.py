"""The guest book of an agenda: which addresses are invited from outside, each once, and which can be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.domain.guest_invite_policy import GuestInvitePolicy
from functions.eagenda.domain.invited_guest import GuestMail, GuestMailState, InvitedGuest, on_one_line
from functions.eagenda.domain.invitees import AT_ONCE
from functions.eagenda.domain.visibility import Visibility
from shared.refusals import InvalidField, Refusal
from shared.rules.email import is_plain_email
from shared.values import Line, Text, fingerprint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class GuestsOfSecret(Refusal):
    """Nobody from outside is invited to a secret agenda."""

    title = "Agenda rahasia tidak dapat mengundang tamu luar."


class MailNotConnected(Refusal):
    """The office has no mail server, so an invitation would reach nobody."""

    title = "Surel belum tersambung."


class TooManyGuestsInvited(Refusal):
    """An agenda invites no more guests."""

    title = "Undangan tamu sudah penuh."


NOT_INVITING = (GuestsOfSecret, MailNotConnected, TooManyGuestsInvited)


@dataclass(frozen=True, slots=True)
class GuestToInvite:
    """Whom an organiser invites from outside."""

    name: Annotated[str, Text(1, 120)]
    institution: Line
    email: Annotated[str, Text(1, 254)]


@dataclass(frozen=True, slots=True)
class GuestEntry:
    """An address that is invited, as a fingerprint, and whose it is."""

    address: str
    guest_id: str


@dataclass(frozen=True, slots=True)
class GuestBook:
    """All addresses that an agenda invites: what everybody who invites writes, so that none is invited twice."""

    agenda_id: str
    entries: tuple[GuestEntry, ...] = ()

    def has(self, email: str) -> bool:
        """Whether an address is invited."""
        address = _address(email)
        return any(it.address == address for it in self.entries)


@dataclass(frozen=True, slots=True)
class GuestListToInvite:
    """Whom a job invites, as it was asked; gone when the job has come to its end."""

    job_id: str
    agenda_id: str
    guests: tuple[GuestToInvite, ...]


def require_invitable(agenda: Agenda, *, sends_mail: bool) -> None:
    """Refuse to invite from outside to a secret agenda, or where no mail can be sent."""
    if agenda.visibility is Visibility.SECRET:
        raise GuestsOfSecret("Ubah dulu siapa yang boleh tahu, atau undang pegawai saja.")
    if not sends_mail:
        raise MailNotConnected("Minta administrator menyambungkan server surel: Administrasi, Sambungan.")


def tidied(guests: Iterable[GuestToInvite], staff: Collection[str]) -> tuple[GuestToInvite, ...]:
    """Return whom to invite, each on one line. Raises InvalidField at the first that cannot be, or is of the staff."""
    tidy = tuple(GuestToInvite(on_one_line(it.name), on_one_line(it.institution), it.email.lower()) for it in guests)
    if not tidy:
        raise InvalidField("/guests", "Isi paling sedikit satu tamu.")
    for index, guest in enumerate(tidy):
        if not guest.name:
            raise InvalidField(f"/guests/{index}/name", "Isi nama tamu.")
        if wrong := wrong_email(guest.email, staff):
            raise InvalidField(f"/guests/{index}/email", wrong)
    return tidy


def wrong_email(email: str, staff: Collection[str]) -> str:
    """Return why an address cannot be invited, or ""."""
    if not email.isascii():
        return "Alamat surel hanya boleh berisi huruf tanpa aksen, angka, dan tanda baca biasa."
    if not is_plain_email(email):
        return "Alamat surel ini tidak lengkap. Contoh: nama@instansi.id."
    if email in staff:
        return "Ini alamat surel pegawai. Undang orangnya lewat daftar pegawai."
    return ""


def invite_guests_to(
    agenda: Agenda, book: GuestBook, asked: Iterable[tuple[str, GuestToInvite]], policy: GuestInvitePolicy
) -> tuple[GuestBook, tuple[InvitedGuest, ...]]:
    """Return who is invited now, each under the id that comes along, and all who are. Raises TooManyGuestsInvited.

    An address that is invited already, or comes twice, is passed over.
    """
    known, entries, new = {it.address for it in book.entries}, list(book.entries), []
    for guest_id, one in asked:
        address = _address(one.email)
        if address in known:
            continue
        known.add(address)
        entries.append(GuestEntry(address, guest_id))
        until = agenda.ends_at + policy.email_kept
        mail = GuestMail(1, GuestMailState.WAITING)
        new.append(InvitedGuest(guest_id, agenda.id, one.name, one.institution, one.email, until, mail))
    require_guest_room(len(book.entries), len(new), policy)
    return replace(book, entries=tuple(entries)), tuple(new)


def require_guest_room(invited: int, more: int, policy: GuestInvitePolicy) -> None:
    """Refuse more invited guests than an agenda may have."""
    if invited + more > policy.most:
        detail = f"Satu agenda paling banyak {policy.most} tamu undangan; sekarang {invited}, hendak ditambah {more}."
        raise TooManyGuestsInvited(detail)


def require_guests_admitted(book: GuestBook | None, admits: bool) -> None:  # noqa: FBT001 -- what the form says
    """Refuse to close an agenda to guests, or to make it secret, while some are invited."""
    if book is not None and book.entries and not admits:
        detail = f"{len(book.entries)} tamu luar sudah diundang. Tarik undangannya dulu, lalu simpan lagi."
        raise InvalidField("/admit_guests", detail)


def require_few_guests(guest_ids: tuple[str, ...]) -> None:
    """Refuse more than one transaction takes, and none at all."""
    if not 0 < len(guest_ids) <= AT_ONCE:
        raise InvalidField("/guest_ids", f"Pilih satu sampai {AT_ONCE} tamu.")


def without(book: GuestBook, guests: Iterable[InvitedGuest]) -> GuestBook:
    """Return the book without these guests."""
    gone = {it.id for it in guests}
    return replace(book, entries=tuple(it for it in book.entries if it.guest_id not in gone))


def _address(email: str) -> str:
    return fingerprint("guest", email.lower())
