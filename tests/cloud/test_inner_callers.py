"""Who may call an inner function in the cloud: an account of ours with a token for this very function."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from infra.emulators.issuer import CALLER, Issuer, new_key, serving_issuer
from shared.adapters.cached_reads import CachedReads
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.google.cloud_identity import CloudIdentity, audience
from shared.adapters.issuer_keys import IssuerKeys
from shared.ports.sign_in_issuer import IssuerUnreachable
from tests.cloud.issuer import WatchedIssuer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PORTAL = "https://trowulan.example"
TARGET = "eagenda_notify_participants"
NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
FOR_TARGET = audience(PORTAL, TARGET)


@pytest.fixture
def issuer() -> Iterator[WatchedIssuer]:
    with serving_issuer(WatchedIssuer) as issuer:
        yield issuer


@pytest.fixture
def identity(issuer: Issuer, tmp_path: Path) -> CloudIdentity:
    records = SqliteRecords(tmp_path / "records.db")
    keys = ["a key of the tests, long enough to sign"]
    return CloudIdentity(lambda: keys, CachedReads(lambda: records), IssuerKeys(issuer.url), {CALLER}, PORTAL)


def test_an_account_of_ours_with_a_token_for_the_function_may_call_it(identity: CloudIdentity, issuer: Issuer) -> None:
    assert identity.is_service_token(issuer.token(FOR_TARGET, NOW), TARGET, NOW)


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": audience(PORTAL, "eagenda_file_daftar_hadir")},
        {"aud": "https://other.example/inner/eagenda-notify-participants"},
        {"aud": None},
        {"iss": "https://accounts.google.com"},
        {"iss": None},
        {"email": "somebody@other-project.iam.gserviceaccount.com"},
        {"email": None},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email_verified": None},
        {"exp": int((NOW - timedelta(minutes=1)).timestamp())},
        {"exp": None},
        {"exp": "soon"},
        {"iat": int((NOW + timedelta(minutes=5)).timestamp())},
        {"iat": None},
        {"nbf": int((NOW + timedelta(minutes=5)).timestamp())},
    ],
    ids=json.dumps,
)
def test_a_token_of_another_function_issuer_account_or_time_is_refused(
    identity: CloudIdentity, issuer: Issuer, claims: dict[str, Any]
) -> None:
    assert not identity.is_service_token(issuer.token(FOR_TARGET, NOW, **claims), TARGET, NOW)


def unsigned(issuer: Issuer) -> str:
    _, claims, _ = issuer.token(FOR_TARGET, NOW).split(".")
    header = base64.urlsafe_b64encode(b'{"alg":"none","kid":"first"}').rstrip(b"=").decode()
    return f"{header}.{claims}."


def signed_with_the_public_key(issuer: Issuer) -> str:
    # The old trick: what everybody may read, taken as a shared secret.
    public = issuer.keys[0].as_pem(private=False)
    claims = jwt.decode(issuer.token(FOR_TARGET, NOW), issuer.keys[0]).claims
    return jwt.encode({"alg": "HS256", "kid": "first"}, claims, OctKey.import_key(base64.urlsafe_b64encode(public)))


def changed(issuer: Issuer) -> str:
    header, _, signature = issuer.token("elsewhere", NOW).split(".")
    return f"{header}.{issuer.token(FOR_TARGET, NOW).split('.')[1]}.{signature}"


@pytest.mark.parametrize(
    "forge",
    [
        unsigned,
        signed_with_the_public_key,
        changed,
        lambda issuer: issuer.token(FOR_TARGET, NOW, key=new_key("first")),
        lambda issuer: issuer.token(FOR_TARGET, NOW, key=new_key("unknown")),
        lambda _: "",
        lambda _: "a",
        lambda _: "..",
        lambda _: "é.ü.ö",
        lambda _: "e30.e30.e30",
        lambda _: "bnVsbA.bnVsbA.bnVsbA",
        lambda _: "WzFd.WzFd.WzFd",
        lambda issuer: issuer.token(FOR_TARGET, NOW) + "\n",
    ],
    ids=[
        "unsigned", "public-key", "changed", "forged", "unknown-key", "empty", "letter", "dots", "letters", "objects",
        "nulls", "lists", "newline",
    ],
)  # fmt: skip
def test_a_forged_token_or_none_at_all_is_refused(
    identity: CloudIdentity, issuer: Issuer, forge: Callable[[Issuer], str]
) -> None:
    assert not identity.is_service_token(forge(issuer), TARGET, NOW)


def test_a_token_of_our_own_for_people_opens_no_inner_function(identity: CloudIdentity) -> None:
    for token in (identity.service_token(TARGET, NOW), identity.access_token("p-1", "session", NOW)):
        assert not identity.is_service_token(token.text, TARGET, NOW)


def test_the_issuer_is_asked_once_for_its_keys_however_many_call(
    identity: CloudIdentity, issuer: WatchedIssuer
) -> None:
    for _ in range(20):
        assert identity.is_service_token(issuer.token(FOR_TARGET, NOW), TARGET, NOW)
    assert issuer.asked == 1


def test_a_stranger_who_names_other_keys_does_not_make_us_ask_the_issuer_each_time(
    identity: CloudIdentity, issuer: WatchedIssuer
) -> None:
    forged = issuer.token(FOR_TARGET, NOW, key=new_key("unknown"))
    for _ in range(20):
        assert not identity.is_service_token(forged, TARGET, NOW)
    assert issuer.asked == 2


def test_a_new_key_of_the_issuer_is_found_once_a_minute_and_an_old_one_forgotten_after_an_hour(issuer: Issuer) -> None:
    moment = 0.0
    keys = IssuerKeys(issuer.url, clock=lambda: moment)
    assert keys.find("first")

    issuer.keys = [new_key("second")]
    assert keys.find("second")
    issuer.keys = [new_key("third")]
    assert keys.find("third") is None
    moment = 61.0
    assert keys.find("third")

    issuer.keys = [new_key("fourth")]
    assert keys.find("third")
    moment += 3601.0
    assert keys.find("third") is None


def test_an_issuer_that_does_not_answer_is_a_failure_and_no_refusal(
    identity: CloudIdentity, issuer: WatchedIssuer
) -> None:
    issuer.is_down = True
    with pytest.raises(IssuerUnreachable):
        identity.is_service_token(issuer.token(FOR_TARGET, NOW), TARGET, NOW)


def test_an_issuer_that_does_not_answer_is_asked_again_after_some_seconds_and_not_by_everybody(
    issuer: WatchedIssuer,
) -> None:
    moment = 0.0
    keys = IssuerKeys(issuer.url, clock=lambda: moment)
    issuer.is_down = True
    with pytest.raises(IssuerUnreachable):
        keys.find("first")
    issuer.is_down = False
    with pytest.raises(IssuerUnreachable, match="a moment ago"):
        keys.find("first")
    moment = 6.0
    assert keys.find("first")


def test_the_keys_of_an_issuer_that_calls_itself_otherwise_are_not_taken(issuer: Issuer) -> None:
    keys = IssuerKeys(issuer.url.replace("127.0.0.1", "localhost"))
    with pytest.raises(IssuerUnreachable):
        keys.find("first")


def test_nobody_there_is_a_failure() -> None:
    with pytest.raises(IssuerUnreachable):
        IssuerKeys("http://127.0.0.1:1").find("first")


def test_people_of_the_cloud_sign_in_with_our_own_tokens(identity: CloudIdentity) -> None:
    token = identity.refresh_token("session", 3)
    assert identity.read_refresh_token(token) == ("session", 3)
