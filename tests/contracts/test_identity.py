"""What identity promises, sentence by sentence."""

from __future__ import annotations

import stat
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from itsdangerous import URLSafeSerializer

from infra.emulators.issuer import CALLER, Issuer, serving_issuer
from shared.actor import ActorKind, Proof
from shared.adapters.embedded.keys import signing_keys
from shared.adapters.google.cloud_identity import CloudIdentity, audience
from shared.adapters.issuer_keys import IssuerKeys
from shared.adapters.local_identity import LocalIdentity
from shared.permissions import Permission
from shared.ports.identity import NotSignedIn
from shared.values import Secret
from tests.desk import MORNING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from shared.actor import Actor
    from tests.desk import Desk

LATER = MORNING + timedelta(hours=1)
TARGET = "eagenda_remind_participants"


@pytest.fixture
def aditya(desk: Desk) -> Actor:
    return desk.employee("Aditya", Permission.ATTEND, nip="199409222019031903")


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    """Return what Google's accounts are to our inner functions."""
    with serving_issuer(Issuer) as issuer:
        yield issuer


@pytest.fixture(params=["local", "cloud"])
def identity(request: pytest.FixtureRequest, desk: Desk, issuer: Issuer) -> LocalIdentity:
    """Return the identity of an office's server and that of the cloud."""

    def keys() -> list[str]:
        return ["the first key of a test", "the second key of a test"]

    if request.param == "local":
        return LocalIdentity(keys, desk.records)
    return CloudIdentity(keys, desk.records, IssuerKeys(issuer.url), {CALLER}, desk.public_url)


@pytest.fixture
def service_token(identity: LocalIdentity, desk: Desk, issuer: Issuer) -> Callable[[datetime], str]:
    """Return what makes a token for the target: an office gives it out itself, in the cloud the issuer does."""
    if isinstance(identity, CloudIdentity):
        return lambda now: issuer.token(audience(desk.public_url, TARGET), now)
    return lambda now: identity.service_token(TARGET, now).text


def test_an_access_token_speaks_for_its_person_as_the_directory_knows_them_today(
    identity: LocalIdentity, aditya: Actor
) -> None:
    actor = identity.actor(identity.access_token(aditya.id, "session-1", MORNING).text, MORNING)

    assert (actor.kind, actor.id, actor.proof, actor.session_id) == (
        ActorKind.PERSON,
        aditya.id,
        Proof.SESSION,
        "session-1",
    )
    assert (actor.name, actor.nip, actor.position_title) == ("Aditya", "199409222019031903", "Jabatan Aditya")
    assert (actor.organisation_id, actor.organisation_path) == ("diskominfo", ("diskominfo",))
    assert actor.permissions == {Permission.ATTEND}


def test_an_access_token_holds_a_person_and_a_session_only(identity: LocalIdentity, aditya: Actor) -> None:
    token = identity.access_token(aditya.id, "session-1", MORNING)
    _, claims = URLSafeSerializer("nobody's key").loads_unsafe(token.text)
    assert claims == {"person": aditya.id, "session": "session-1", "until": token.expires_at.timestamp()}


def test_an_access_token_is_good_for_five_minutes(identity: LocalIdentity, aditya: Actor) -> None:
    token = identity.access_token(aditya.id, "session-1", MORNING)

    assert token.expires_at == MORNING + timedelta(minutes=5)
    assert identity.actor(token.text, token.expires_at - timedelta(seconds=1)).id == aditya.id
    with pytest.raises(NotSignedIn):
        identity.actor(token.text, token.expires_at)


def test_a_ticket_brings_its_facts_back_for_its_purpose_alone(identity: LocalIdentity) -> None:
    ticket = identity.ticket("guest", {"agenda_id": "agenda-1", "slot": 7})

    assert identity.read_ticket("guest", ticket) == {"agenda_id": "agenda-1", "slot": 7}
    assert identity.read_ticket("upload", ticket) is None
    with pytest.raises(NotSignedIn):
        identity.actor(ticket, MORNING)


def test_a_changed_ticket_is_none(identity: LocalIdentity) -> None:
    ticket = identity.ticket("guest", {"slot": 7})
    for changed in (ticket[:-1], f"A{ticket}", ticket.replace(".", ""), ""):
        assert identity.read_ticket("guest", changed) is None


def test_a_display_token_speaks_for_the_screen_of_one_meeting_until_its_hour(identity: LocalIdentity) -> None:
    token = identity.display_token("agenda-1", MORNING, LATER)

    actor = identity.actor(token.text, LATER - timedelta(seconds=1))
    assert (actor.kind, actor.id, actor.proof, actor.permissions) == (
        ActorKind.DEVICE,
        "agenda-1",
        Proof.DISPLAY_TOKEN,
        frozenset(),
    )
    with pytest.raises(NotSignedIn):
        identity.actor(token.text, LATER)


def test_a_kiosk_token_speaks_for_one_kiosk_of_one_meeting_until_its_hour(identity: LocalIdentity) -> None:
    token = identity.kiosk_token("agenda-1", "kios-1", LATER)

    actor = identity.actor(token.text, LATER - timedelta(seconds=1))
    assert (actor.kind, actor.id, actor.session_id) == (ActorKind.DEVICE, "agenda-1", "kios-1")
    assert (actor.proof, actor.permissions) == (Proof.KIOSK_TOKEN, frozenset())
    with pytest.raises(NotSignedIn):
        identity.actor(token.text, LATER)


def test_no_token_stands_for_another_kind(
    identity: LocalIdentity, aditya: Actor, service_token: Callable[[datetime], str]
) -> None:
    tokens = {
        "access": identity.access_token(aditya.id, "session-1", MORNING).text,
        "display": identity.display_token("agenda-1", MORNING, LATER).text,
        "kiosk": identity.kiosk_token("agenda-1", "kios-1", LATER).text,
        "service": service_token(MORNING),
        "refresh": identity.refresh_token("session-1", 1).reveal(),
    }
    believed = {
        "actor": [kind for kind, token in tokens.items() if speaks(identity, token)],
        "service": [kind for kind, token in tokens.items() if identity.is_service_token(token, TARGET, MORNING)],
        "refresh": [kind for kind, token in tokens.items() if refreshes(identity, token)],
    }
    assert believed == {"actor": ["access", "display", "kiosk"], "service": ["service"], "refresh": ["refresh"]}


def speaks(identity: LocalIdentity, token: str) -> bool:
    try:
        identity.actor(token, MORNING)
    except NotSignedIn:
        return False
    return True


def refreshes(identity: LocalIdentity, token: str) -> bool:
    try:
        identity.read_refresh_token(Secret(token))
    except NotSignedIn:
        return False
    return True


@pytest.mark.parametrize("text", ["", ".", "a.b", "a.b.c", "é", "\x00", "null", "eyJ9.x", "x" * 100_000])
def test_what_is_no_token_is_not_signed_in(identity: LocalIdentity, text: str) -> None:
    assert not speaks(identity, text)
    assert not refreshes(identity, text)
    assert not identity.is_service_token(text, TARGET, MORNING)


def test_a_changed_token_is_not_believed(identity: LocalIdentity, aditya: Actor) -> None:
    token = identity.access_token(aditya.id, "session-1", MORNING).text
    changed = [
        token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :] for place in range(len(token))
    ]
    # The last character of a signature holds two bits that mean nothing.
    assert [place for place, text in enumerate(changed[:-1]) if speaks(identity, text)] == []


def test_a_token_for_somebody_who_is_not_there_is_not_signed_in(identity: LocalIdentity) -> None:
    assert not speaks(identity, identity.access_token("nobody", "session-1", MORNING).text)


def test_a_refresh_token_tells_its_session_and_generation(identity: LocalIdentity) -> None:
    for generation in (1, 2):
        token = identity.refresh_token("session-1", generation)
        assert identity.read_refresh_token(token) == ("session-1", generation)


def test_a_generations_refresh_token_is_the_same_whenever_it_is_asked_for(identity: LocalIdentity) -> None:
    assert identity.refresh_token("session-1", 1) == identity.refresh_token("session-1", 1)
    assert identity.refresh_token("session-1", 1) != identity.refresh_token("session-1", 2)
    assert identity.refresh_token("session-1", 1) != identity.refresh_token("session-2", 1)


def test_a_service_token_opens_one_inner_target_for_its_time(
    identity: LocalIdentity, service_token: Callable[[datetime], str]
) -> None:
    token = service_token(MORNING)
    assert identity.is_service_token(token, TARGET, MORNING + timedelta(seconds=59))
    assert not identity.is_service_token(token, TARGET, MORNING + timedelta(hours=2))
    assert not identity.is_service_token(token, "eagenda_notify_participants", MORNING)


def test_an_office_gives_a_service_token_out_for_a_minute(desk: Desk) -> None:
    token = desk.identity.service_token(TARGET, MORNING)
    assert token.expires_at == MORNING + timedelta(minutes=1)
    assert not desk.identity.is_service_token(token.text, TARGET, token.expires_at)


def test_a_password_matches_its_own_hash_alone(identity: LocalIdentity) -> None:
    stored = identity.hash_password(Secret("rahasia"))
    assert "rahasia" not in stored.reveal()
    assert stored.reveal().startswith("$argon2id$v=19$m=65536,t=3,p=4$")  # RFC 9106, low memory
    assert identity.password_matches(stored, Secret("rahasia"))
    assert not identity.password_matches(stored, Secret("Rahasia"))
    assert not identity.password_matches(None, Secret("nobody's password"))


def test_two_hashes_of_one_password_differ(identity: LocalIdentity) -> None:
    assert identity.hash_password(Secret("rahasia")) != identity.hash_password(Secret("rahasia"))


def test_comparing_takes_as_long_when_there_is_no_such_account(identity: LocalIdentity) -> None:
    stored = identity.hash_password(Secret("rahasia"))

    def work(hashed: Secret | None) -> float:
        begun = time.process_time()  # what it takes, whatever else the machine is doing
        identity.password_matches(hashed, Secret("salah"))
        return time.process_time() - begun

    known, unknown = (min(times) for times in zip(*((work(stored), work(None)) for _ in range(4)), strict=True))
    assert 0.5 < unknown / known < 2


def test_every_key_verifies_and_the_newest_signs(desk: Desk, aditya: Actor) -> None:
    old, rotated, new = (
        LocalIdentity(lambda: ["a"], desk.records),
        LocalIdentity(lambda: ["a", "b"], desk.records),
        LocalIdentity(lambda: ["b"], desk.records),
    )
    before, after = (it.access_token(aditya.id, "session-1", MORNING).text for it in (old, rotated))

    assert [speaks(it, before) for it in (old, rotated, new)] == [True, True, False]
    assert [speaks(it, after) for it in (old, rotated, new)] == [False, True, True]


def test_the_first_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = signing_keys(tmp_path / "keys")
    assert signing_keys(tmp_path / "keys") == first
    assert len(first[0]) >= 43  # 256 bits in base64
    [file] = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_added_to_the_keys_rotates_them(tmp_path: Path) -> None:
    [first] = signing_keys(tmp_path / "keys")
    (tmp_path / "keys/0002.key").write_text("the next one\n")
    assert signing_keys(tmp_path / "keys") == [first, "the next one"]
