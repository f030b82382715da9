"""The demonstration regency is whole: it refers to nothing that is missing and breaks no rule of personnel."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from shared.directory.base_roles import BASE_ROLES
from shared.rules.nip import NipFacts, NipKind, read_nip

SEED = Path(__file__).parents[2] / "functions" / "portal" / "seed"
OFFICES = Path(__file__).parents[2] / "functions" / "directory" / "seed"
DAY_DESCRIBED = date(2026, 11, 24)

RANK_CLASSES = (
    "kepala-daerah",
    "II.a",
    "II.b",
    "III.a",
    "III.b",
    "IV.a",
    "ahli-muda",
    "ahli-pertama",
    "terampil",
    "pelaksana",
    "non-asn",
)

Row = dict[str, str]


def rows(file: str) -> list[Row]:
    with ((OFFICES if file == "organisations.csv" else SEED) / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


ORGANISATIONS = {row["id"]: row for row in rows("organisations.csv")}
POSITIONS = {row["id"]: row for row in rows("positions.csv")}
PERSONS = {row["id"]: row for row in rows("persons.csv")}
EMPLOYEES = {row["id"]: read_nip(row["nip"]) for row in PERSONS.values() if row["nip"]}
DEMO_ACCOUNTS = rows("demo_accounts.csv")


@dataclass(frozen=True)
class Appointment:
    position_id: str
    person_id: str
    kind: str
    starts_on: date
    ends_on: date

    def overlaps(self, other: Appointment) -> bool:
        return self.starts_on <= other.ends_on and other.starts_on <= self.ends_on

    def covers(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


APPOINTMENTS = [
    Appointment(
        row["position_id"],
        row["person_id"],
        row["kind"],
        date.fromisoformat(row["starts_on"]),
        date.fromisoformat(row["ends_on"] or "9999-12-31"),
    )
    for row in rows("appointments.csv")
]
CURRENT = [appointment for appointment in APPOINTMENTS if appointment.covers(DAY_DESCRIBED)]
DEFINITIF = [appointment for appointment in APPOINTMENTS if appointment.kind == "definitif"]
ACTING = [appointment for appointment in APPOINTMENTS if appointment.kind != "definitif"]


@pytest.mark.parametrize("file", ["organisations", "positions", "persons"])
def test_no_id_is_given_twice(file: str) -> None:
    ids = Counter(row["id"] for row in rows(f"{file}.csv"))
    assert [key for key, times in ids.items() if times > 1] == []


def test_everything_referred_to_exists() -> None:
    parents = {row["parent_id"] for row in ORGANISATIONS.values()} - {""}
    assert parents <= ORGANISATIONS.keys()
    assert {row["organisation_id"] for row in POSITIONS.values()} <= ORGANISATIONS.keys()
    assert {role for row in POSITIONS.values() for role in row["roles"].split()} <= BASE_ROLES.keys()
    assert {appointment.position_id for appointment in APPOINTMENTS} <= POSITIONS.keys()
    assert {appointment.person_id for appointment in APPOINTMENTS} <= PERSONS.keys()
    assert {row["person_id"] for row in DEMO_ACCOUNTS} <= PERSONS.keys()


def test_a_part_of_an_organisation_has_no_parts_of_its_own() -> None:
    parts = {row["id"] for row in ORGANISATIONS.values() if row["parent_id"]}
    assert parts.isdisjoint(row["parent_id"] for row in ORGANISATIONS.values())


def test_the_regency_has_its_eighteen_kecamatan_under_their_region_codes() -> None:
    kecamatan = [row["code"] for row in ORGANISATIONS.values() if row["kind"] == "kecamatan"]
    assert kecamatan == [f"35.16.{number:02}" for number in range(1, 19)]


def test_every_opd_and_kecamatan_has_one_head() -> None:
    for organisation in ORGANISATIONS.values():
        ranks = sorted(
            RANK_CLASSES.index(row["rank_class"])
            for row in POSITIONS.values()
            if row["organisation_id"] == organisation["id"]
        )
        is_bagian = organisation["parent_id"] == "setda"
        if organisation["kind"] in {"opd", "kecamatan"} and not is_bagian:
            assert ranks.count(ranks[0]) == 1, organisation["name"]


def test_every_position_may_at_least_attend() -> None:
    assert all("pegawai" in row["roles"].split() for row in POSITIONS.values())


def test_person_ids_are_opaque() -> None:
    assert [key for key in PERSONS if not re.fullmatch(r"p-[a-z2-9]{10}", key)] == []


def test_nobody_shares_a_nip_or_an_address() -> None:
    nips = [row["nip"] for row in PERSONS.values() if row["nip"]]
    addresses = [row["email"] for row in PERSONS.values()]
    assert len(set(nips)) == len(nips)
    assert len(set(addresses)) == len(addresses)


def test_no_nip_and_no_address_can_be_a_real_persons() -> None:
    never_issued = 900
    assert all(facts.serial >= never_issued for facts in EMPLOYEES.values())
    assert all(row["email"].endswith("@mojokertokab.example") for row in PERSONS.values())


def test_golongan_agrees_with_the_kind_of_nip() -> None:
    written = {NipKind.PNS: r"(II|III|IV)/[a-e]", NipKind.PPPK: r"(V|VII|IX|X|XI)"}
    for person_id, facts in EMPLOYEES.items():
        assert re.fullmatch(written[facts.kind], PERSONS[person_id]["golongan"]), PERSONS[person_id]["name"]
    assert all(not row["golongan"] for row in PERSONS.values() if row["id"] not in EMPLOYEES)


def test_pns_and_pppk_and_people_without_a_nip_are_among_them() -> None:
    kinds = Counter(facts.kind for facts in EMPLOYEES.values())
    without = {row["id"] for row in PERSONS.values()} - EMPLOYEES.keys()
    titles = {
        POSITIONS[appointment.position_id]["rank_class"] for appointment in CURRENT if appointment.person_id in without
    }
    assert kinds[NipKind.PNS] > kinds[NipKind.PPPK] > 0
    assert titles == {"kepala-daerah", "non-asn"}


def age(facts: NipFacts, on: date) -> int:
    birthday_is_ahead = (on.month, on.day) < (facts.birth_date.month, facts.birth_date.day)
    return on.year - facts.birth_date.year - birthday_is_ahead


def test_nobody_works_before_the_appointment_or_after_retirement() -> None:
    # UU 20/2023 art. 55: high positions to 60, administrators, supervisors and pelaksana to 58.
    for appointment in APPOINTMENTS:
        facts = EMPLOYEES.get(appointment.person_id)
        if facts is None:
            continue
        who = PERSONS[appointment.person_id]["name"]
        assert appointment.starts_on >= date(facts.appointed.year, facts.appointed.month or 1, 1), who
        retires = 60 if POSITIONS[appointment.position_id]["rank_class"].startswith("II.") else 58
        assert age(facts, min(appointment.ends_on, DAY_DESCRIBED)) <= retires, who


def test_dates_of_an_appointment_are_in_order() -> None:
    assert all(appointment.starts_on <= appointment.ends_on for appointment in APPOINTMENTS)


def test_a_position_has_at_most_one_definitif_holder_and_a_holder_one_definitif_position() -> None:
    for one, other in combinations(DEFINITIF, 2):
        shared = one.position_id == other.position_id or one.person_id == other.person_id
        assert not (shared and one.overlaps(other)), (one, other)


def test_a_position_has_at_most_one_acting_holder_at_a_time() -> None:
    for one, other in combinations(ACTING, 2):
        assert not (one.position_id == other.position_id and one.overlaps(other)), (one, other)


def test_a_plt_fills_a_vacancy_and_a_plh_stands_in_for_a_holder() -> None:
    # UU 30/2014 art. 14(2): Plt. while the seat is vacant, Plh. while its holder is away.
    for acting in ACTING:
        held = any(holder.position_id == acting.position_id and holder.overlaps(acting) for holder in DEFINITIF)
        assert held == (acting.kind == "plh"), acting
    assert {acting.kind for acting in ACTING} == {"plt", "plh"}


def test_who_acts_holds_a_position_of_their_own() -> None:
    for acting in ACTING:
        assert any(own.person_id == acting.person_id and own.covers(acting.starts_on) for own in DEFINITIF), acting


def test_every_person_has_a_position_today_but_for_the_two_who_retired() -> None:
    idle = PERSONS.keys() - {appointment.person_id for appointment in CURRENT}
    last_days = sorted(
        max(appointment.ends_on for appointment in APPOINTMENTS if appointment.person_id == person) for person in idle
    )
    assert last_days == [date(2026, 6, 30), date(2026, 8, 31)]


def test_every_position_is_filled_today() -> None:
    assert POSITIONS.keys() - {appointment.position_id for appointment in CURRENT} == set()


def test_demo_accounts_sign_in_by_their_own_nip_or_address() -> None:
    logins = [row["login"] for row in DEMO_ACCOUNTS]
    assert len(set(logins)) == len(logins)
    for row in DEMO_ACCOUNTS:
        person = PERSONS[row["person_id"]]
        assert row["login"] == (person["nip"] or person["email"])


def test_demo_accounts_show_an_organiser_an_acting_head_and_someone_without_a_nip() -> None:
    people = [row["person_id"] for row in DEMO_ACCOUNTS]
    held = {person: [each for each in CURRENT if each.person_id == person] for person in people}
    assert all(held.values())
    assert any("penyelenggara" in POSITIONS[each.position_id]["roles"] for person in people for each in held[person])
    assert any(each.kind == "plt" for person in people for each in held[person])
    assert any(not PERSONS[person]["nip"] for person in people)
