"""Drafting a naskah: how it begins, who may change it, how it goes to its checkers and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eoffice.domain.naskah import (
    Destination,
    Naskah,
    NaskahCancelled,
    NaskahInChain,
    NaskahIsSigned,
    NaskahSays,
    NaskahState,
    NotDrafter,
    SectionText,
)
from functions.eoffice.domain.naskah_forms import FORMS
from functions.eoffice.domain.naskah_kind import NaskahKind
from shared.refusals import InvalidField
from shared.rules.chain import StepRole, asked_of, begun, chain_of, withdrawn
from shared.rules.signature import signature_lines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Drafter:
    """Who drafts: a person, as what they act, and for which office."""

    person_id: str
    name: str
    position_id: str
    organisation_path: tuple[str, ...]
    organisation_name: str


def begun_naskah(naskah_id: str, kind: NaskahKind, drafter: Drafter, now: datetime, answers_id: str = "") -> Naskah:
    """Return a naskah of a kind in which nothing is typed but what its form starts with."""
    says = NaskahSays(sections=tuple(SectionText(it.name, it.starter) for it in FORMS[kind].sections))
    return Naskah(
        naskah_id,
        kind,
        drafter.organisation_path,
        drafter.organisation_name,
        drafter.person_id,
        drafter.name,
        drafter.position_id,
        now,
        says,
        answers_id=answers_id,
    )


def require_open(naskah: Naskah) -> None:
    """Refuse a naskah that was given up."""
    if naskah.state is NaskahState.CANCELLED:
        raise NaskahCancelled(f"Alasan: {naskah.cancel_reason}")
    if naskah.state is NaskahState.SIGNED:
        raise NaskahIsSigned("Yang sudah ditandatangani tidak diubah lagi. Buat naskah baru bila keliru.")


def require_drafter(naskah: Naskah, person_id: str) -> None:
    """Refuse anybody but the one who drafts it."""
    require_open(naskah)
    if naskah.drafter_id != person_id:
        raise NotDrafter(f"Konseptornya {naskah.drafter_name}.")


def require_in_hand(naskah: Naskah, person_id: str, position_id: str) -> None:
    """Refuse to change a naskah for whom it is not with: who drafts it, then the checkers whose turn it is.

    Raises NotDrafter, NaskahInChain and NaskahCancelled.
    """
    require_open(naskah)
    if naskah.state is NaskahState.DRAFTED:
        require_drafter(naskah, person_id)
    elif not any(it.position_id == position_id and it.role is StepRole.CHECK for it in asked_of(naskah.chain)):
        raise NaskahInChain(f"Yang memegangnya sekarang: {', '.join(naskah.held_by)}.")


def written(naskah: Naskah, says: NaskahSays, name: str, now: datetime) -> Naskah:
    """Return the naskah as it says now; while it is being checked the chain stays as it was submitted."""
    kept = naskah.says
    if naskah.state is not NaskahState.DRAFTED:
        says = replace(
            says,
            checkers=kept.checkers,
            signer_id=kept.signer_id,
            in_name_of=kept.in_name_of,
            through=kept.through,
            sifat=kept.sifat,
        )
    if says == kept:
        return naskah
    edition = naskah.edition + (naskah.state is not NaskahState.DRAFTED)
    return replace(naskah, says=says, changed_at=now, changed_by_name=name, edition=edition)


def submitted(naskah: Naskah, titles: Mapping[str, str], now: datetime) -> Naskah:
    """Return the naskah before its first checkers, or before who signs where it has none. Raises InvalidField."""
    says = naskah.says
    for place, it in enumerate(says.checkers):
        if it.position_id not in titles:
            raise InvalidField(f"/says/checkers/{place}", "Jabatan pemeriksa ini sudah tidak ada. Pilih yang lain.")
    if says.signer_id not in titles:
        raise InvalidField("/says/signer_id", "Jabatan penanda tangan ini sudah tidak ada. Pilih yang lain.")
    signature_lines(titles[says.signer_id], says.in_name_of, says.through)
    checkers = [(it.position_id, titles[it.position_id], it.order) for it in says.checkers]
    chain = begun(chain_of(checkers, (says.signer_id, titles[says.signer_id])), now)
    named = replace(says, destinations=_named(says.destinations, titles), copies=_named(says.copies, titles))
    return stands(replace(naskah, says=named, chain=chain, edition=naskah.edition + 1, remark=""))


def stands(naskah: Naskah) -> Naskah:
    """Return the naskah in the state that its chain makes, seen by those whose turn it is."""
    asked = asked_of(naskah.chain)
    signs = bool(asked) and all(it.role is StepRole.SIGN for it in asked)
    return replace(
        naskah,
        state=NaskahState.CHECKED if signs else NaskahState.SUBMITTED,
        shown_to=tuple(dict.fromkeys((*naskah.shown_to, *(it.position_id for it in asked)))),
    )


def given_back(naskah: Naskah, remark: str) -> Naskah:
    """Return the naskah with who drafted it, who reads why."""
    return replace(naskah, state=NaskahState.DRAFTED, chain=withdrawn(naskah.chain), remark=remark)


def cancelled(naskah: Naskah, reason: str) -> Naskah:
    """Return the naskah given up; nobody is asked any more."""
    if naskah.state is NaskahState.CANCELLED:
        return naskah
    return replace(naskah, state=NaskahState.CANCELLED, chain=withdrawn(naskah.chain), cancel_reason=reason)


def _named(destinations: tuple[Destination, ...], titles: Mapping[str, str]) -> tuple[Destination, ...]:
    return tuple(replace(it, name=titles[it.position_id]) if it.position_id else it for it in destinations)
