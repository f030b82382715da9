"""What a form says of a person, and why it is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from shared.refusals import InvalidField, Refusal
from shared.rules.email import is_email
from shared.rules.nik import InvalidNik, plain_nik
from shared.rules.nip import InvalidNip, NipKind, plain_nip, read_nip
from shared.rules.telephone import InvalidTelephone, as_dialled

LONGEST_NAME = 200
# PP 99/2000 (PNS: I/a to IV/e) and Perpres 98/2020 (PPPK: I to XVII).
GOLONGAN = re.compile(r"I{1,3}/[a-d]|IV/[a-e]|I|II|III|IV|V|VI{0,3}|IX|X|XI{1,3}|XIV|XV|XVI{1,2}")


class NipTaken(Refusal):
    """Somebody else has the NIP."""

    title = "NIP ini sudah dipakai orang lain."


class EmailTaken(Refusal):
    """Somebody else has the e-mail address."""

    title = "Surel ini sudah dipakai orang lain."


@dataclass(frozen=True, slots=True)
class PersonForm:
    """What a form says of a person; "" where it says that there is none."""

    name: str
    nip: str
    golongan: str
    email: str
    telephone: str
    nik: str


def check_person(form: PersonForm) -> PersonForm:
    """Return the form as it is kept. Raises InvalidField for the first fault."""
    kept = replace(
        form,
        name=_name(form.name),
        nip=_nip(form.nip),
        email=_email(form.email),
        telephone=_telephone(form.telephone),
        nik=_nik(form.nik),
        golongan=form.golongan.strip(),
    )
    _check_golongan(kept.golongan, kept.nip)
    return kept


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME or not any(letter.isalpha() for letter in name):
        raise InvalidField("/name", "Isi nama lengkap dengan gelarnya, paling panjang 200 huruf.")
    return name


def _nip(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return plain_nip(text.strip())
    except InvalidNip as invalid:
        raise InvalidField("/nip", str(invalid)) from None


def _nik(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return plain_nik(text)
    except InvalidNik as invalid:
        raise InvalidField("/nik", str(invalid)) from None


def _email(text: str) -> str:
    email = text.strip().lower()
    if email and not is_email(email):
        raise InvalidField("/email", "Surel tidak sah. Contoh: nama@mojokertokab.go.id.")
    return email


def _telephone(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return as_dialled(text)
    except InvalidTelephone as invalid:
        raise InvalidField("/telephone", str(invalid)) from None


def _check_golongan(golongan: str, nip: str) -> None:
    if not golongan:
        return
    if not nip:
        raise InvalidField("/golongan", "Golongan hanya untuk ASN. Kosongkan, atau isi NIP-nya.")
    if not GOLONGAN.fullmatch(golongan):
        raise InvalidField("/golongan", "Golongan tidak dikenal. Contoh: III/a bagi PNS, IX bagi PPPK.")
    is_pns = read_nip(nip).kind is NipKind.PNS
    if is_pns != ("/" in golongan):
        detail = "PNS: I/a sampai IV/e." if is_pns else "PPPK: I sampai XVII, tanpa huruf."
        raise InvalidField("/golongan", f"Golongan tidak cocok dengan NIP-nya. {detail}")
