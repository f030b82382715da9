"""The embedded server: the functions and the portal on one port, of this machine or of the office's network.

The dispatcher does what the load balancer's URL mask does in the cloud: the first path segment below ``/api/`` is the
function's name. Each target has its own functions-framework app, made on first use. Only operations and queries are
mounted; reactions, effects and schedules run behind them in this process and have no door. In google mode, on the
emulators, the same dispatcher serves, and nothing runs behind it.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import logging
import mimetypes
import os
import secrets
import signal
import socket
import sys
import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.entry import Runtime, runtime
from shared.kernel import catalogue, problems
from shared.kernel.journal import JOURNAL
from shared.settings import Settings, SettingWrong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from shared.lan.certificates import ServerCertificate
    from shared.lan.trust_page import Files

    Environ = dict[str, Any]
    StartResponse = Callable[[str, list[tuple[str, str]]], Any]
    App = Callable[[Environ, StartResponse], Iterable[bytes]]

PORTAL = catalogue.ROOT / "web" / "dist"
# An interpreter keeps one core busy, and beyond two of them a commit's turn is what everybody waits for.
WORKERS = min(2, os.cpu_count() or 1)
THREADS = 16
SECONDS_TO_END = 3

_CSP = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_FILES = "/api/files/"  # no function can have this name: each begins with its system
# Reads QR codes by WebAssembly, which nothing else of ours may run; it loads that one file and reaches no page.
_DECODER = "assets/decoder.worker-"
_DECODER_CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
_API_PAGE = {"/api/docs", "/api/docs.css"}
_EVERY_ADDRESS = "0.0.0.0"  # noqa: S104 -- only when the office names its server: which address it has is the network's
_FOREVER = "public, max-age=31536000, immutable"  # for files whose name holds a hash of their content
_A_DAY = "public, max-age=86400"  # pictures under a lasting name; all else, as the service worker, is asked for anew


class Dispatcher:
    """One WSGI app over all the others."""

    def __init__(self, portal: Path, trust: Files | None = None) -> None:
        """Serve the built portal of a folder, and the page of trust; apps and files are made and read on first use."""
        self._portal = Portal(portal)
        self._trust = trust or {}
        self._apps = FunctionApps(lambda declaration: declaration.is_public)
        self._openapi = b""

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        path: str = environ.get("PATH_INFO", "/")
        if path == "/healthz":
            return _respond(start_response, "200 OK", "application/json", self._health())
        if path == "/api/openapi.json":
            return _respond(start_response, "200 OK", "application/json", self._document())
        if environ["REQUEST_METHOD"] in {"GET", "HEAD"} and (page := self._page(path)):
            media_type, body = page
            headers = [*_security(_CSP), ("Cache-Control", "no-cache")]
            return _respond(start_response, "200 OK", media_type, body, headers)
        if path.startswith(_FILES) and runtime().settings.cloud is None:
            return runtime().file_door(environ, start_response)
        segment = path.split("/")[2] if path.startswith("/api/") else self._page_of(path)
        if segment is not None:
            app = self._apps.find(segment)
            return app(environ, start_response) if app else _unknown(start_response)
        return self._portal(environ, start_response)

    def _page(self, path: str) -> tuple[str, bytes] | None:
        """Return media type and content of a page that isn't the portal's."""
        return self._api_page[path] if path in _API_PAGE else self._trust.get(path)

    def _page_of(self, path: str) -> str | None:
        name = path.strip("/")
        return self._pages.get(name) or self._pages.get(name.rpartition("/")[0])

    @cached_property
    def _pages(self) -> dict[str, str]:
        """Which function answers at a path of its own and one step below it, as the load balancer is told."""
        manifest = catalogue.ROOT / "infra" / "generated" / "functions.json"
        rows = json.loads(manifest.read_text(encoding="utf-8"))
        return {row["page"].strip("/"): row["target"].replace("_", "-") for row in rows if row["page"]}

    @cached_property
    def _api_page(self) -> Files:
        from shared.api_page import api_page  # noqa: PLC0415 -- only when asked for

        return api_page(json.loads(self._document()))

    def _health(self) -> bytes:
        runtime().records.get(JOURNAL.stored, "health")  # the store answers
        return b'{"status":"ok"}'

    def _document(self) -> bytes:
        if not self._openapi:
            from shared.manifest import openapi  # noqa: PLC0415 -- imports every operation: only when asked for

            self._openapi = json.dumps(openapi(), ensure_ascii=False).encode()
        return self._openapi


class FunctionApps:
    """The functions-framework apps of one server, each made when it is first asked for."""

    def __init__(self, serves: Callable[[catalogue.Declaration], bool]) -> None:
        """Name which functions have a door here."""
        self._serves = serves
        self._apps: dict[str, App] = {}
        self._mutex = threading.Lock()

    def find(self, segment: str) -> App | None:
        """Return the app of the function whose target is written with hyphens, if it has a door here."""
        if segment not in self._apps:
            with self._mutex:
                if segment not in self._apps:
                    app = self._make(segment)
                    if app is None:
                        return None  # not remembered: a stranger could fill the memory with names
                    self._apps[segment] = app
        return self._apps[segment]

    def _make(self, segment: str) -> App | None:
        declaration = catalogue.find(segment.replace("-", "_"))
        if declaration is None or declaration.target.replace("_", "-") != segment or not self._serves(declaration):
            return None
        from functions_framework import create_app  # noqa: PLC0415 -- half the start's time: paid with the first call

        app: App = create_app(declaration.target, str(catalogue.ROOT / "main.py"), "http")
        return app


class Portal:
    """The built files of the web front end; every path that is not a file is a page of the portal."""

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        self._folder = folder
        self._files: dict[str, tuple[bytes, bytes, str]] = {}

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with a file or a page, compressed where the browser takes it."""
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            return _unknown(start_response)
        name = environ.get("PATH_INFO", "/").lstrip("/")
        found = self._file(name) or (None if name.startswith("assets/") else self._file(self._page(name)))
        if found is None:
            return _unknown(start_response)
        plain, compressed, media_type = found
        caching = ("Cache-Control", _caching(name))
        headers = [*_security(_DECODER_CSP if name.startswith(_DECODER) else self._csp), caching]
        if compressed and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
            headers += [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
            plain = compressed
        return _respond(start_response, "200 OK", media_type, plain, headers)

    def _file(self, name: str) -> tuple[bytes, bytes, str] | None:
        if name not in self._names:
            return None
        if name not in self._files:
            plain = (self._folder / name).read_bytes()
            compressed = gzip.compress(plain, 9)
            media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
            if media_type.startswith("text/") or media_type == "application/javascript":
                media_type += "; charset=utf-8"
            self._files[name] = (plain, compressed if len(compressed) < len(plain) else b"", media_type)
        return self._files[name]

    def _page(self, name: str) -> str:
        """Return the HTML entry of a path: the light one of its own where the build made one, else the portal's."""
        own = f"{name.split('/', maxsplit=1)[0]}.html"
        return own if own in self._names else "index.html"

    @cached_property
    def _csp(self) -> str:
        """Pages speak to nobody but us; in the cloud also to the bucket, which takes files from the browser itself."""
        cloud = runtime().settings.cloud
        return f"{_CSP}; connect-src 'self' {cloud.bucket_origin}" if cloud else _CSP

    @cached_property
    def _names(self) -> frozenset[str]:
        """What the build made. A request names one of these or no file, so that no trick in a path leads elsewhere."""
        files = (path for path in self._folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self._folder).as_posix() for path in files)


def _caching(name: str) -> str:
    if name.startswith("assets/"):
        return _FOREVER
    return _A_DAY if name.startswith("icons/") else "no-cache"


def _security(csp: str) -> list[tuple[str, str]]:
    nosniff, silent = ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")
    return [("Content-Security-Policy", csp), nosniff, silent]


def _respond(
    start_response: StartResponse,
    status: str,
    media_type: str,
    body: bytes,
    headers: list[tuple[str, str]] | None = None,
) -> Iterable[bytes]:
    start_response(status, [("Content-Type", media_type), ("Content-Length", str(len(body))), *(headers or [])])
    return [body]


def _unknown(start_response: StartResponse) -> Iterable[bytes]:
    body = json.dumps(problems.UNKNOWN_FUNCTION.body(secrets.token_hex(16)), ensure_ascii=False).encode()
    headers = [("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-cache, private")]
    return _respond(start_response, "404 Not Found", problems.CONTENT_TYPE, body, headers)


def application() -> Dispatcher:
    """Return the WSGI app of one worker process and start what works behind it."""
    # Ctrl-C reaches all processes of the terminal. The server tells its workers itself, and a worker that is told twice
    # at the same moment may wait for ever.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    ports = runtime()
    if ports.settings.cloud is None:
        logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
        ports.start_background()
    trust: Files = {}
    if ports.settings.authority is not None:
        from shared.lan.trust_page import trust_page  # noqa: PLC0415 -- only a server with its own authority needs it

        trust = trust_page(ports.settings.authority, ports.public_url)
    gc.freeze()  # what is loaded by now stays: the collector need not look through it again and again
    return Dispatcher(PORTAL, trust)


def main(arguments: list[str] | None = None) -> int:
    """Serve until SIGINT or SIGTERM; return the exit code."""
    parser = argparse.ArgumentParser(prog="trowulan", description="Jalankan Trowulan di komputer ini.")
    parser.add_argument("--port", type=int, default=8080, help="porta")
    parser.add_argument("--data", type=Path, default=Path("var"), help="folder data")
    parser.add_argument("--host", help="alamat atau nama di jaringan kantor; tanpa ini hanya untuk komputer ini")
    parser.add_argument("--certificate", type=Path, help="sertifikat TLS (PEM); tanpa ini dibuat oleh CA lokal")
    parser.add_argument("--key", type=Path, help="kunci sertifikat itu (PEM, tanpa sandi)")
    options = parser.parse_args(arguments)
    origin = f"https://{options.host}" if options.host else "http://127.0.0.1"
    os.environ.setdefault("TROWULAN_DATA", str(options.data.resolve()))
    os.environ.setdefault("TROWULAN_PUBLIC_URL", f"{origin}:{options.port}")
    os.environ.setdefault("TROWULAN_DEMO", "no" if options.host or _is_office(options.data) else "yes")
    try:
        settings = Settings.from_environment(os.environ)
        _refuse_to_mix(settings)
        made = Runtime(settings).open_data()
        certificate = _certificate(options, settings) if options.host else None
    except SettingWrong as wrong:
        print(wrong, file=sys.stderr)
        return 2
    if made is not None:
        print(f"Data dicadangkan sebelum pembaruan: {made}", flush=True)
    _welcome(settings, certificate)
    address = _address(options.host) if options.host else "127.0.0.1"
    serve("shared.serve:application", address, options.port, certificate=certificate)
    return 0


def serve(
    application: str, address: str, port: int, *, workers: int = WORKERS, certificate: ServerCertificate | None = None
) -> None:
    """Serve the WSGI app that a function (``module:name``) makes in each worker, until SIGINT or SIGTERM."""
    from granian import Granian  # noqa: PLC0415 -- not needed by the workers, which import this module too
    from granian.constants import Interfaces, SSLProtocols  # noqa: PLC0415 -- neither

    server = Granian(
        application,
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        respawn_failed_workers=True,
        blocking_threads=THREADS,
        backpressure=4 * THREADS,
        factory=True,
        websockets=False,
        # A worker told to stop in its first instant can miss it; killing one costs nothing that was acknowledged.
        workers_kill_timeout=SECONDS_TO_END,
        log_level="error",  # type: ignore[arg-type]  # the enum's value
        ssl_cert=certificate.chain if certificate else None,
        ssl_key=certificate.key if certificate else None,
        ssl_protocol_min=SSLProtocols.tls12,  # phones older than 2019 know no later one
    )
    server.serve()


def _is_office(data: Path) -> bool:
    """Tell whether a folder has an office's own data, among which a demo never comes."""
    from functions.portal.demo import is_demo  # noqa: PLC0415 -- not needed by the workers, which import this module too

    return (data / "records.db").exists() and not is_demo(data)


def _refuse_to_mix(settings: Settings) -> None:
    """Refuse a demo among an office's own data."""
    if settings.demo and _is_office(settings.data):
        raise SettingWrong(
            f"Folder {settings.data} bukan data contoh: untuk peragaan, pilih folder baru dengan --data."
        )


def _refuse_to_show(settings: Settings) -> None:
    """Refuse what the network must not see unasked: demo data, or an office without accounts."""
    from functions.portal.demo import is_demo  # noqa: PLC0415 -- for the network only

    holds_data = (settings.data / "records.db").exists()
    if settings.demo:
        return
    if is_demo(settings.data) or not holds_data:
        content = "berisi data contoh" if holds_data else "masih kosong, belum ada akun untuk masuk"
        raise SettingWrong(
            f"Folder {settings.data} {content}: pilih folder lain dengan --data, "
            "atau set TROWULAN_DEMO=yes untuk peragaan di jaringan."
        )


def _certificate(options: argparse.Namespace, settings: Settings) -> ServerCertificate:
    """Return what the server proves itself with on the office's network. Raises SettingWrong."""
    from shared.lan import certificates  # noqa: PLC0415 -- for the network only

    _refuse_to_show(settings)
    if bool(options.certificate) != bool(options.key):
        raise SettingWrong("--certificate dan --key berpasangan: beri keduanya, atau tidak satu pun.")
    now = Runtime(settings).clock.now()
    try:
        if options.certificate:
            return certificates.given_certificate(
                options.certificate.resolve(), options.key.resolve(), options.host, now
            )
        made = certificates.local_certificate(settings.data / "tls", options.host, socket.gethostname(), now)
    except certificates.CertificateWrong as wrong:
        raise SettingWrong(str(wrong)) from None
    os.environ["TROWULAN_AUTHORITY"] = str(made.authority)  # for the workers, which read the settings again
    return made


def _address(host: str) -> str:
    from shared.lan.certificates import is_address  # noqa: PLC0415 -- for the network only

    return host if is_address(host) else _EVERY_ADDRESS


def _welcome(settings: Settings, certificate: ServerCertificate | None) -> None:
    """Fill an empty demo and print where to go and with which accounts."""
    print(f"Trowulan berjalan di {settings.public_url}  (hentikan dengan Ctrl-C)", flush=True)
    if certificate is not None:
        from shared.lan.introduction import introduction  # noqa: PLC0415 -- for the network only

        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal may have no block characters
        print(introduction(settings.public_url, certificate), flush=True)
    if not settings.demo and settings.cloud is None:
        from functions.portal.office import awaits_set_up  # noqa: PLC0415 -- not needed by the workers

        ports = Runtime(settings)
        if awaits_set_up(ports.records):
            print(f"Belum ada administrator: buka {settings.public_url}/mulai dengan kode dari make init.", flush=True)
        ports.records.close()  # the workers are forked from this process and must not inherit an open store
    if settings.demo:
        from functions.portal.demo import fill_demo  # noqa: PLC0415 -- only a demo needs it

        ports = Runtime(settings)
        accounts, password = fill_demo(ports, settings.data)
        ports.records.close()  # the workers are forked from this process and must not inherit an open store
        if certificate is None:
            print("Akun contoh, hanya di komputer ini:")
        else:
            print(
                "PERHATIAN: ini peragaan. Siapa pun di jaringan dapat masuk dengan akun contoh. Jangan isi data asli."
            )
            print("Akun contoh:")
        list_accounts(accounts, password)


def list_accounts(accounts: Iterable[tuple[str, str]], password: str) -> None:
    """Print the accounts of a demo."""
    for login, why in accounts:
        print(f"  {login:<40} {why}")
    print(f"Kata sandi semua akun contoh: {password}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
