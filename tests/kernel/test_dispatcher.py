"""One port for everything: which path leads to which function, page or refusal."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from shared import entry
from shared.kernel import catalogue
from shared.permissions import Permission
from shared.ports.documents import Download, Upload
from tests.cloud.test_settings import COMPLETE
from tests.desk import Desk
from tests.kernel.reading import problem
from tests.serving import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from werkzeug.test import Client

LOGIN = {"login": "seseorang", "password": "rahasia"}  # betterleaks:allow -- nobody has this account
PAGE = b"<!doctype html><title>Trowulan</title>"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    portal = tmp_path / "portal"
    (portal / "assets").mkdir(parents=True)
    (portal / "index.html").write_bytes(PAGE)
    (portal / "h.html").write_bytes(b"the scan page")
    (portal / "assets/app-1a2b.js").write_bytes(b"console.log('app');" * 50)
    (portal / "icons").mkdir()
    for name in ("sw.js", "manifest.webmanifest", "icons/any-192.png"):
        (portal / name).write_bytes(b"made by the build")
    (portal / "assets/decoder.worker-1a2b.js").write_bytes(b"readCodes()")
    (tmp_path / "secret").write_bytes(b"outside the portal")
    with serving(tmp_path) as client:
        yield client


@pytest.fixture
def token(client: Client, tmp_path: Path) -> str:
    """Return the token of somebody who may organise, known to the served records."""
    assert client.get("/healthz").status_code == 200
    ports = entry.runtime()
    person = Desk(ports.records, tmp_path).employee("Dewi", Permission.ORGANISE_AGENDA)
    return ports.identity.access_token(person.id, "session", ports.clock.now()).text


def test_the_server_says_that_it_is_well(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.get_json()) == (200, {"status": "ok"})


def test_the_document_of_the_api_is_served_as_it_is_generated(client: Client) -> None:
    document = client.get("/api/openapi.json").get_json()
    assert document["openapi"].startswith("3.1")
    assert document["paths"].keys() == {it.path for it in catalogue.everything() if it.is_public}


@pytest.mark.parametrize(("path", "media_type"), [("/api/docs", "text/html"), ("/api/docs.css", "text/css")])
def test_the_page_of_the_api_is_served_under_the_strict_policy(client: Client, path: str, media_type: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.mimetype) == (200, media_type)
    assert "style-src 'self';" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    problem(client.post(path, json={}), 404, "unknown-function")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/",
        "portal-sign-out-now",
        "portal_sign_in",
        "portal-sign_in",
        "Portal-sign-in",
        "portal-sign-in%00",
        "portal",
        "-",
        "portal-",
        "-sign-in",
        "portal-demo",
        "portal-records",
        "eagenda-daftar-hadir",
        "portal-" + "a" * 300,
        "portal-" + "a" * 100_000,
        "%2e%2e",
        "..-..",
        "portal-%2e%2e%2fportal%2fsign-in",
        "pörtal-sign-in",
        "kernel-write-note",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_function_that_there_is_not_is_unknown(client: Client, method: str, name: str) -> None:
    problem(client.open(f"/api/{name}", method=method, json={}), 404, "unknown-function")


def test_two_refusals_have_two_instances(client: Client) -> None:
    first, second = (problem(client.get("/api/none"), 404, "unknown-function")["instance"] for _ in range(2))
    assert first != second


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_a_command_through_the_framework_takes_post_alone(client: Client, method: str) -> None:
    response = client.open("/api/portal-sign-in", method=method, json=LOGIN)
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert response.content_type == "application/problem+json"


def test_a_call_goes_all_the_way_and_back(client: Client) -> None:
    answered = problem(client.post("/api/portal-sign-in", json=LOGIN), 403, "wrong-credentials")
    assert answered["attempts_left"] == 4


def test_malformed_unfit_and_foreign_bodies_are_refused_through_the_framework(client: Client) -> None:
    path = "/api/portal-sign-in"
    problem(client.post(path, data=b"{", content_type="application/json"), 400, "malformed")
    problem(
        client.post(path, data=b"login=a", content_type="application/x-www-form-urlencoded"),
        415,
        "unsupported-media-type",
    )
    answered = problem(client.post(path, json={"login": 1, "sandi": ""}), 422, "invalid")
    assert sorted(error["pointer"] for error in answered["errors"]) == ["/login", "/password", "/sandi"]


@pytest.mark.parametrize("with_length", [True, False])
def test_ten_megabytes_are_too_large_whether_announced_or_not(client: Client, *, with_length: bool) -> None:
    body = json.dumps({**LOGIN, "password": "x" * 10_000_000}).encode()
    if with_length:
        response = client.post("/api/portal-sign-in", data=body, content_type="application/json")
    else:
        response = client.post(
            "/api/portal-sign-in",
            input_stream=io.BytesIO(body),
            content_type="application/json",
            environ_overrides={"wsgi.input_terminated": True},
        )
    problem(response, 413, "too-large")


def test_a_short_body_of_unknown_length_is_read(client: Client) -> None:
    response = client.post(
        "/api/portal-sign-in",
        input_stream=io.BytesIO(json.dumps(LOGIN).encode()),
        content_type="application/json",
        environ_overrides={"wsgi.input_terminated": True},
    )
    problem(response, 403, "wrong-credentials")


def test_an_unchanged_answer_comes_without_a_body(client: Client, token: str) -> None:
    headers = {"Authorization": f"Bearer {token}"}
    first = client.get("/api/portal-show-profile", headers=headers)
    again = client.get("/api/portal-show-profile", headers={**headers, "If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")


def test_head_answers_a_question_without_a_body(client: Client, token: str) -> None:
    response = client.head("/api/portal-show-profile", headers={"Authorization": f"Bearer {token}"})
    assert (response.status_code, response.data) == (200, b"")


# The portal's files


@pytest.mark.parametrize("path", ["/", "/agenda", "/agenda/abc/hadir", "/index.html", "/profil?x=1"])
def test_every_path_of_the_portal_is_its_page_under_a_strict_policy(client: Client, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.data, response.mimetype) == (200, PAGE, "text/html")
    assert response.headers["Content-Security-Policy"].startswith("default-src 'self'; script-src 'self';")
    assert (response.headers["X-Content-Type-Options"], response.headers["Cache-Control"]) == ("nosniff", "no-cache")


def test_webassembly_runs_in_the_worker_that_reads_codes_and_nowhere_else(client: Client) -> None:
    policies = {
        path: client.get(path).headers["Content-Security-Policy"]
        for path in ("/", "/pindai", "/assets/app-1a2b.js", "/assets/decoder.worker-1a2b.js")
    }

    assert [path for path, policy in policies.items() if "wasm" in policy] == ["/assets/decoder.worker-1a2b.js"]
    assert policies["/assets/decoder.worker-1a2b.js"].startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-")


def test_a_page_with_an_entry_of_its_own_is_that_entry(client: Client) -> None:
    assert client.get("/h/agenda-1").data == b"the scan page"


def test_an_asset_is_kept_for_good_and_compressed_for_who_takes_it(client: Client) -> None:
    plain = client.get("/assets/app-1a2b.js")
    packed = client.get("/assets/app-1a2b.js", headers={"Accept-Encoding": "br, gzip"})
    assert plain.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Content-Encoding" not in plain.headers
    assert (packed.headers["Content-Encoding"], packed.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert len(packed.data) < len(plain.data)


def test_a_worker_and_a_manifest_are_asked_for_anew_and_icons_once_a_day(client: Client) -> None:
    for path, media_type, caching in (
        ("/sw.js", "text/javascript", "no-cache"),
        ("/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/icons/any-192.png", "image/png", "public, max-age=86400"),
    ):
        response = client.get(path)
        assert (response.mimetype, response.headers["Cache-Control"]) == (media_type, caching)
        assert response.headers["Content-Security-Policy"].startswith("default-src 'self'; script-src 'self'")


@pytest.mark.parametrize(
    "path", ["/assets/none.js", "/assets/", "/assets/../../secret", "/assets/%2e%2e/%2e%2e/secret"]
)
def test_an_asset_that_there_is_not_is_no_page(client: Client, path: str) -> None:
    problem(client.get(path), 404, "unknown-function")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret",
        "/%2e%2e/secret",
        "/..%2fsecret",
        "/..%5csecret",
        "//secret",
        "/./../secret",
        "/%00",
        "/index.html%00.js",
        "/" + "a" * 300,
        "/" + "a/" * 5000,
        "/%ff%fe",
        "/.",
        "/..",
        "/assets",
        "/assets/../h.html",
    ],
)
def test_no_path_leads_out_of_the_portal(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code in {200, 404}
    assert response.data == PAGE or response.content_type == "application/problem+json"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_a_page_is_only_read(client: Client, method: str) -> None:
    problem(client.open("/agenda", method=method), 404, "unknown-function")


def test_without_a_built_portal_there_is_no_page_and_the_api_answers(tmp_path: Path) -> None:
    with serving(tmp_path) as client:
        problem(client.get("/"), 404, "unknown-function")
        assert client.get("/healthz").status_code == 200


def test_the_portal_speaks_to_nobody_but_us(client: Client) -> None:
    assert "connect-src" not in client.get("/").headers["Content-Security-Policy"]  # so it is what default-src says


def test_in_the_cloud_the_portal_speaks_to_the_bucket_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in COMPLETE.items():
        monkeypatch.setenv(name, value)
    entry.runtime.cache_clear()
    policy = client.get("/").headers["Content-Security-Policy"]
    assert policy.endswith("; connect-src 'self' https://storage.googleapis.com")


def test_files_come_and_go_by_their_links(client: Client) -> None:
    ports, content = entry.runtime(), b"%PDF-1.7"
    now = ports.clock.now()
    until = now + timedelta(minutes=1)
    link = ports.documents.upload_link(Upload("5f2c", "application/pdf", len(content)), now, until)
    assert client.put(link.url, data=content, headers=dict(link.headers)).status_code == 200
    assert ports.documents.quarantined("5f2c", 100) == content

    ports.documents.save("surat.pdf", content)
    link_to_get = ports.documents.download_link(Download("surat.pdf", "Surat.pdf", "application/pdf"), now, until)
    answer = client.get(link_to_get)
    assert (answer.status_code, answer.data) == (200, content)
    head = client.head(link_to_get)
    assert (head.status_code, head.data, head.headers["Content-Length"]) == (200, b"", "8")
    problem(client.get("/api/files/0001/made-up"), 403, "link-over")
    problem(client.get("/api/files/../keys/0001.key"), 403, "link-over")
