"""What a derivation makes is held by a sample: whoever makes it otherwise raises its version."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from functions.directory.derived import PEOPLE, SEATS
from functions.eagenda.derived import RECAPS
from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.domain.attendance import Attendance
from functions.eagenda.domain.invitation import Invitation
from functions.eagenda.domain.outcome import outcome_of
from functions.eagenda.domain.recap import Participation, changed, counts_of, participation
from functions.eoffice.derived import LETTER_WORDS_MADE
from functions.eoffice.domain.surat_masuk import SuratMasuk
from functions.eoffice.letter_words import LetterWords, letter_words
from shared import codec
from shared.directory.appointing import seat_of
from shared.directory.directory import standing_of
from shared.directory.model import Organisation, Person, PersonCard, Position, Seat
from shared.directory.people import card_of
from shared.directory.standing import Standing
from shared.manifest import typed_collections
from shared.rebuild.derivation import all_derivations
from shared.rules.appointment import Appointment

if TYPE_CHECKING:
    from collections.abc import Callable

    from functions.eagenda.domain.recap import Counts

SAMPLES: dict[str, Any] = json.loads(Path(__file__).with_name("samples.json").read_text(encoding="utf-8"))
CHANGED = "is made otherwise than by this version: raise the derivation's version and write its sample anew"
TODAY = date(2026, 11, 24)


def many(kind: type[Any], values: list[Any]) -> dict[str, Any]:
    return {value["id"]: codec.decode_stored(kind, value) for value in values}


def made_of_people(of: Any) -> Any:  # noqa: ANN401 -- JSON
    organisations, positions = many(Organisation, of["organisations"]), many(Position, of["positions"])
    person = codec.decode_stored(Person, of["person"])
    appointments = [codec.decode_stored(Appointment, it) for it in of["appointments"]]
    standing = standing_of(person, appointments, positions.get, organisations.get)
    office = organisations[standing.held[0].organisation_id]
    card = card_of(person, standing.held[0].position_title, office.name, office.short_name)
    return {
        "standing": codec.encode_stored(Standing, standing),
        "card": codec.encode_stored(PersonCard, card),
    }


def made_of_seats(of: Any) -> Any:  # noqa: ANN401 -- JSON
    appointments = [codec.decode_stored(Appointment, it) for it in of["appointments"]]
    seat = seat_of(codec.decode_stored(Position, of["position"]), appointments, TODAY)
    return codec.encode_stored(Seat, seat)


def made_of_lists(of: Any) -> Any:  # noqa: ANN401 -- JSON
    """What each invitation of a closed list counts, and in which month and kind."""
    agenda = codec.decode_stored(Agenda, of["agenda"])
    made = []
    for case in of["cases"]:
        invitation = codec.decode_stored(Invitation, case["invitation"])
        attendance = codec.decode_stored(Attendance, case["attendance"]) if case["attendance"] else None
        outcome = outcome_of(agenda, invitation, attendance, deputy_came=case["deputy_came"])
        counted = participation(agenda, invitation.person_id, tuple(of["path"]), outcome)
        cells = changed((), {counted.place: counts_of(counted.outcome)}) if counted else ()
        cell = [[it.month, it.kind.value, vars_of(it.counts)] for it in cells]
        made.append({"counted": codec.encode_stored(Participation, counted) if counted else None, "cells": cell})
    return made


def made_of_letters(of: Any) -> Any:  # noqa: ANN401 -- JSON
    words = letter_words(codec.decode_stored(SuratMasuk, of["letter"]), of["text"])
    return codec.encode_stored(LetterWords, words)


def vars_of(counts: Counts) -> dict[str, int]:
    return {name: value for name, value in asdict(counts).items() if value}


OWN: dict[str, Callable[[Any], Any]] = {
    PEOPLE.name: made_of_people,
    SEATS.name: made_of_seats,
    RECAPS.name: made_of_lists,
    LETTER_WORDS_MADE.name: made_of_letters,
}


def readers(name: str, of: Any) -> Any:  # noqa: ANN401 -- JSON
    collection = all_derivations()[name].source
    assert collection.readers is not None
    return list(collection.readers(codec.decode_stored(collection.kind, of)))


def test_every_derivation_has_a_sample_of_its_version() -> None:
    assert {it.name: it.version for it in all_derivations().values()} == {
        name: sample["version"] for name, sample in SAMPLES.items()
    }


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_derivation_makes_what_its_version_made(name: str) -> None:
    sample = SAMPLES[name]
    made = OWN[name](sample["of"]) if name in OWN else readers(name, sample["of"])
    assert made == sample["made"], f"{name} {CHANGED}"


def test_every_collection_that_people_list_can_have_its_readers_made_anew() -> None:
    listable = {it.name for it in typed_collections() if it.readers}
    assert listable == {it.source.name for it in all_derivations().values() if it.source.readers}
