"""What the issuer says when a browser is back: which answers and which tokens are believed."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey

from functions.portal.domain.issuer_sign_in import IssuerSilent, PersonNotRegistered, SignInNotConfirmed
from functions.portal.records import SESSIONS
from shared.kernel.journal import State
from tests.desk import MORNING
from tests.oidc.liar import CLIENT_SECRET, CODE, new_key
from tests.portal.accounts import NIP, refresh_cookie
from tests.portal.issuer import Traveller, open_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from shared.actor import Actor
    from tests.desk import Desk
    from tests.oidc.liar import Liar

AT = int(MORNING.timestamp())  # the desk's moment

pytestmark = pytest.mark.usefixtures("aditya")


@pytest.fixture
def traveller(desk: Desk, issuer: Liar) -> Traveller:
    """Return a browser of a deployment at which one can sign in by NIP at the issuer."""
    open_to(desk, issuer)
    return Traveller(desk)


def test_a_code_that_the_issuer_refuses_is_refused(traveller: Traveller) -> None:
    asked = traveller.leave()
    with pytest.raises(SignInNotConfirmed, match="Mulai lagi"):
        traveller.come_back(asked["state"])


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://elsewhere.example"},
        {"iss": None},
        {"aud": "another-client"},
        {"aud": None},
        {"aud": []},
        {"aud": ["another-client"], "azp": "trowulan"},
        {"aud": ["trowulan", "another-client"]},
        {"aud": ["trowulan", "another-client"], "azp": "another-client"},
        {"azp": "another-client"},
        {"nonce": "of-another-attempt"},
        {"nonce": None},
        {"nonce": ["a", "list"]},
        {"sub": None},
        {"exp": AT - 31},
        {"exp": None},
        {"exp": "soon"},
        {"iat": AT + 31},
        {"iat": AT - 601},
        {"iat": None},
        {"iat": "now"},
        {"nbf": AT + 31},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_us_now_and_for_this_attempt_is_refused(
    issuer: Liar, traveller: Traveller, claims: dict[str, Any]
) -> None:
    with pytest.raises(SignInNotConfirmed):
        traveller.sign_in(issuer, nip=NIP, **claims)


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": ["trowulan"]},
        {"aud": ["trowulan", "another-client"], "azp": "trowulan"},
        {"exp": AT - 29},
        {"iat": AT + 29},
        {"nbf": AT + 29},
    ],
    ids=str,
)
def test_two_clocks_may_differ_by_half_a_minute_and_a_token_may_be_for_others_too(
    issuer: Liar, traveller: Traveller, claims: dict[str, Any]
) -> None:
    assert traveller.sign_in(issuer, nip=NIP, **claims)[0].person.name == "Aditya"


def encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def rsa_key(issuer: Liar) -> RSAKey:
    key = issuer.keys[0]
    assert isinstance(key, RSAKey)
    return key


def unsigned(issuer: Liar, nonce: str, now: datetime) -> str:
    claims = issuer.id_token(now, nonce=nonce, nip=NIP).split(".")[1]
    header = encoded(b'{"alg":"none","kid":"first"}')
    return f"{header}.{claims}."


def of_the_public_key(issuer: Liar, nonce: str, now: datetime) -> str:
    # The old trick: what everybody may read, taken as a shared secret.
    key = OctKey.import_key(encoded(rsa_key(issuer).as_pem(private=False)), {"kid": "first"})
    return issuer.id_token(now, nonce=nonce, algorithm="HS256", signing=key, nip=NIP)


def of_the_clients_secret(issuer: Liar, nonce: str, now: datetime) -> str:
    key = OctKey.import_key(encoded(CLIENT_SECRET.encode()), {"kid": "first"})
    return issuer.id_token(now, nonce=nonce, algorithm="HS256", signing=key, nip=NIP)


def of_another_algorithm(issuer: Liar, nonce: str, now: datetime) -> str:
    key = RSAKey.import_key(rsa_key(issuer).as_pem(private=True), {"kid": "first"})
    return issuer.id_token(now, nonce=nonce, algorithm="RS512", signing=key, nip=NIP)


def changed(issuer: Liar, nonce: str, now: datetime) -> str:
    header, _, signature = issuer.id_token(now, nonce=nonce, nip="199409222019031904").split(".")
    return f"{header}.{issuer.id_token(now, nonce=nonce, nip=NIP).split('.')[1]}.{signature}"


@pytest.mark.parametrize(
    "forge",
    [
        unsigned,
        of_the_public_key,
        of_the_clients_secret,
        changed,
        lambda issuer, nonce, now: issuer.id_token(now, nonce=nonce, signing=new_key("first"), nip=NIP),
        lambda issuer, nonce, now: issuer.id_token(now, nonce=nonce, signing=new_key("unknown"), nip=NIP),
        of_another_algorithm,
        lambda *_: "",
        lambda *_: "..",
        lambda *_: "é.ü.ö",
        lambda *_: "bnVsbA.bnVsbA.bnVsbA",
    ],
    ids=[
        "unsigned", "public-key", "clients-secret", "changed", "forged", "unknown-key", "other-algorithm", "empty",
        "dots", "letters", "nulls",
    ],
)  # fmt: skip
def test_a_token_that_no_key_of_the_issuer_has_signed_is_refused(
    desk: Desk, issuer: Liar, traveller: Traveller, forge: Callable[[Liar, str, datetime], str]
) -> None:
    asked = traveller.leave()
    issuer.gives(forge(issuer, asked["nonce"], desk.clock.now()))
    with pytest.raises(SignInNotConfirmed):
        traveller.come_back(asked["state"])


@pytest.mark.filterwarnings("ignore:EdDSA is deprecated")  # in favour of its new name; issuers still use the old one
@pytest.mark.parametrize(
    ("algorithm", "key"),
    [
        ("ES256", ECKey.generate_key("P-256", {"kid": "elliptic"})),
        ("EdDSA", OKPKey.generate_key("Ed25519", {"kid": "edwards"})),
        ("Ed25519", OKPKey.generate_key("Ed25519", {"kid": "edwards"})),
    ],
)
def test_other_keys_than_rsa_are_taken_too(
    desk: Desk,
    issuer: Liar,
    traveller: Traveller,
    algorithm: str,
    key: Any,  # noqa: ANN401 -- one of three kinds
) -> None:
    issuer.keys.append(key)
    asked = traveller.leave()
    issuer.gives(issuer.id_token(desk.clock.now(), nonce=asked["nonce"], algorithm=algorithm, nip=NIP))
    assert traveller.come_back(asked["state"])[0].person.name == "Aditya"


def test_the_only_key_of_an_issuer_needs_no_name(issuer: Liar, traveller: Traveller) -> None:
    issuer.keys = [RSAKey.import_key(rsa_key(issuer).as_pem(private=True))]
    assert traveller.sign_in(issuer, nip=NIP)[0].person.name == "Aditya"


def test_a_new_key_of_the_issuer_is_found_at_once(issuer: Liar, traveller: Traveller) -> None:
    traveller.sign_in(issuer, nip=NIP)
    issuer.keys = [new_key("second")]
    assert traveller.sign_in(issuer, nip=NIP)[0].person.name == "Aditya"
    assert issuer.asked_for_keys == 2


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (500, {}),
        (302, {}),
        (401, {"error": "invalid_client"}),
        (400, {"error": "unauthorized_client"}),
        (400, {"error": "<script>"}),
        (200, ["a list"]),
        (200, "x" * 300_000),
    ],
    ids=lambda it: str(it)[:30],
)
def test_an_issuer_that_does_not_answer_as_one_is_not_the_persons_fault(
    traveller: Traveller, issuer: Liar, status: int, told: object
) -> None:
    asked = traveller.leave()
    issuer.lie = lambda _: (status, told)
    with pytest.raises(IssuerSilent, match="masuk dengan NIP"):
        traveller.come_back(asked["state"])


@pytest.mark.parametrize("address", ["http://elsewhere.example/certs", "http://[bad", "file:///etc/passwd", ""])
def test_keys_that_are_told_without_encryption_are_not_taken(issuer: Liar, traveller: Traveller, address: str) -> None:
    issuer.published = {"jwks_uri": address}
    with pytest.raises(IssuerSilent):
        traveller.sign_in(issuer, nip=NIP)


def test_an_answer_without_an_id_token_confirms_nobody(traveller: Traveller, issuer: Liar) -> None:
    asked = traveller.leave()
    issuer.lie = lambda _: (200, {"access_token": "x", "token_type": "Bearer"})
    with pytest.raises(SignInNotConfirmed):
        traveller.come_back(asked["state"])


def test_the_journal_knows_neither_code_nor_token_nor_person_before_they_are_let_in(
    desk: Desk, issuer: Liar, traveller: Traveller, aditya: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    answer, call = traveller.sign_in(issuer, nip=NIP)
    with pytest.raises(PersonNotRegistered):
        traveller.sign_in(issuer, nip="199409222019031904")
    with pytest.raises(SignInNotConfirmed):
        traveller.sign_in(issuer, nip=NIP, nonce="other")

    rows = desk.journal()
    refused = {row.refusal for row in rows if row.state is State.REFUSED}
    assert refused == {"person-not-registered", "sign-in-not-confirmed"}
    session = desk.found(SESSIONS, desk.identity.read_refresh_token(refresh_cookie(call))[0])
    assert session is not None
    assert (session.person_id, session.issuer_name) == (aditya.id, "SSO contoh")
    for text in (CODE, NIP, "199409222019031904", "Subject-1", CLIENT_SECRET, answer.access_token):
        assert text not in f"{rows}{caplog.text}"
    assert "another attempt" in caplog.text
