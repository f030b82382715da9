"""Signed addresses of Cloud Storage: as Google's own examples and Google's own library make them."""

from __future__ import annotations

import base64
import json
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from google.auth.credentials import AnonymousCredentials
from google.auth.transport import Request, Response
from google.cloud.storage import Client
from google.oauth2.service_account import Credentials

from shared.adapters.google.signed_urls import (
    AmbientSigner,
    ObjectRequest,
    over_network,
    signed_url,
    string_to_sign,
    throwaway_signer,
)
from tests.cloud.bucket import ACCOUNT, StrictBucket, key, signer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ORIGIN = "https://storage.googleapis.com"


# From Google's conformance tests for signed addresses (googleapis/conformance-tests, storage/v1/v4_signatures.json).
@pytest.mark.parametrize(
    ("origin", "day", "seconds", "digest"),
    [
        (ORIGIN, "20190201", 10, "00e2fb794ea93d7adb703edaebdd509821fcc7d4f1a79ac5c8d2b394df109320"),
        (ORIGIN, "20190301", 20, "779f19fdb6fd381390e2d5af04947cf21750277ee3c20e0c97b7e46a1dff8907"),
        (
            "https://xyz.googleapis.com",
            "20190201",
            10,
            "4f6f519cc03e25d19fcd476d7a45bffcccdba33d10e00214a0f2debc204e2386",
        ),
    ],
)
def test_what_is_signed_is_what_googles_examples_sign(origin: str, day: str, seconds: int, digest: str) -> None:
    now = datetime.strptime(f"{day}T090000Z", "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    request = ObjectRequest("GET", origin, "test-bucket", "test-object")
    email = "test-iam-credentials@dummy-project-id.iam.gserviceaccount.com"
    query, text = string_to_sign(request, email, now, now + timedelta(seconds=seconds))
    assert text == f"GOOG4-RSA-SHA256\n{day}T090000Z\n{day}/auto/storage/goog4_request\n{digest}"
    assert query == (
        "X-Goog-Algorithm=GOOG4-RSA-SHA256"
        f"&X-Goog-Credential=test-iam-credentials%40dummy-project-id.iam.gserviceaccount.com%2F{day}"
        f"%2Fauto%2Fstorage%2Fgoog4_request&X-Goog-Date={day}T090000Z&X-Goog-Expires={seconds}"
        "&X-Goog-SignedHeaders=host"
    )


@pytest.mark.parametrize("name", ["surat.pdf", ".quarantine/5f2c", "a b/~ü+&=%.pdf"])
def test_googles_library_makes_the_same_address(name: str) -> None:
    headers = {
        "Content-Type": "application/pdf",
        "x-goog-content-length-range": "7,7",
        "x-goog-if-generation-match": "0",
    }
    query = {"response-content-disposition": "attachment; filename=\"a\"; filename*=UTF-8''a%20b"}
    theirs = (
        Client("demo", credentials=AnonymousCredentials())
        .bucket("documents")
        .blob(name)
        .generate_signed_url(
            version="v4",
            expiration=timedelta(minutes=10),
            method="PUT",
            headers=headers,
            query_parameters=query,
            credentials=_credentials(),
        )
    )
    asked = parse_qs(urlsplit(theirs).query)["X-Goog-Date"][0]
    now = datetime.strptime(asked, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    request = ObjectRequest("PUT", ORIGIN, "documents", name, headers, query)
    assert signed_url(request, signer(), now, now + timedelta(minutes=10)) == theirs


def test_a_throwaway_key_signs_as_no_account_that_a_bucket_believes() -> None:
    now = datetime.now(UTC)
    url = signed_url(
        ObjectRequest("GET", "http://bucket", "documents", "a"), throwaway_signer(), now, now + timedelta(minutes=1)
    )
    refused = StrictBucket("bucket").refuses("GET", url.removeprefix("http://bucket"), {"Host": "bucket"})
    assert refused == 403


def test_an_account_whose_key_is_given_signs_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key.json").write_text(json.dumps(_key_file()))
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(tmp_path / "key.json"))
    ambient = AmbientSigner(over_network())
    assert (ambient.email, ambient.sign(b"pesan")) == (ACCOUNT, signer().sign(b"pesan"))


def test_an_account_without_a_key_here_has_google_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving_google() as google:
        monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)
        monkeypatch.setenv("CLOUDSDK_CONFIG", "/nowhere")
        for name in ("GCE_METADATA_HOST", "GCE_METADATA_IP"):
            monkeypatch.setenv(name, google.address)
        monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "demo-trowulan")
        ambient = AmbientSigner(google)
        assert (ambient.email, ambient.sign(b"pesan")) == (ACCOUNT, signer().sign(b"pesan"))
    assert google.signed_for == ["Bearer a-token"]


class Google(Request):
    """What a function on Cloud Run reaches, on loopback: the server that tells who it is, and IAM."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.signed_for: list[str] = []

    def __call__(self, url: str, *more: Any, **named: Any) -> Response:  # noqa: ANN401 -- the transport's form
        """Ask, IAM too on loopback."""
        answered: Response = over_network()(
            url.replace("https://iamcredentials.googleapis.com", f"http://{self.address}"), *more, **named
        )
        return answered


@contextmanager
def serving_google() -> Iterator[Google]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            accounts = "/computeMetadata/v1/instance/service-accounts/"
            told: dict[str, dict[str, object]] = {
                f"{accounts}default/?recursive=true": {"email": ACCOUNT, "scopes": []},
                f"{accounts}default/token": {"access_token": "a-token", "expires_in": 3600},
            }
            found = next((answer for path, answer in told.items() if self.path.startswith(path)), None)
            self._answer(404 if found is None and self.path != "/" else 200, found or {})

        def do_POST(self) -> None:
            assert self.path == f"/v1/projects/-/serviceAccounts/{ACCOUNT}:signBlob"
            google.signed_for.append(self.headers["Authorization"])
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            signature = signer().sign(base64.b64decode(asked["payload"]))
            self._answer(200, {"keyId": "1", "signedBlob": base64.b64encode(signature).decode()})

        def _answer(self, status: int, body: dict[str, object]) -> None:
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Metadata-Flavor", "Google")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        google = Google(f"127.0.0.1:{server.server_port}")
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield google
        server.shutdown()
        thread.join()


def _key_file() -> dict[str, str]:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    pem = key().private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()).decode()
    return {
        "type": "service_account",
        "client_email": ACCOUNT,
        "private_key": pem,
        "token_uri": "https://oauth2.example/token",
    }


def _credentials() -> Credentials:
    made: Credentials = Credentials.from_service_account_info(_key_file())
    return made
