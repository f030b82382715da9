"""An issuer that we didn't write: django-oauth-toolkit with its sign-in page, as a program of its own.

``python -m tests.oidc.provider SETTINGS`` reads a JSON file (`Provider.start` writes it) and serves on loopback.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from infra.emulators.processes import running, service_port
from tests.tools.launch import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

CLIENT_ID = "trowulan"
CLIENT_SECRET = "a secret: with ümlaut & / signs"
PASSWORD = "kata-sandi-di-sso"  # betterleaks:allow -- nobody has this account

_SIGN_IN_PAGE = """<!doctype html><html lang="id"><title>SSO contoh</title><main><h1>SSO contoh</h1>
<form method="post">{% csrf_token %}{{ form.as_p }}<button>Lanjut</button></form></main></html>"""


@dataclass
class Provider:
    """The issuer of one portal, started and stopped; its accounts stay."""

    folder: Path
    portal: str  # its address
    accounts: tuple[str, ...]  # user names, which are NIPs
    port: int = field(default_factory=service_port)

    def __post_init__(self) -> None:
        """Run nothing yet."""
        self.url = f"http://127.0.0.1:{self.port}/o"
        self.secret_file = self.folder / "client-secret"
        self.secret_file.write_text(CLIENT_SECRET + "\n", encoding="utf-8")
        self.rotate()
        self._running = ExitStack()

    def start(self) -> None:
        """Start and wait until it listens."""
        settings = self.folder / "provider.json"
        told = {
            "port": self.port,
            "folder": str(self.folder),
            "portal": self.portal,
            "key": self._key,
            "accounts": self.accounts,
        }
        settings.write_text(json.dumps(told), encoding="utf-8")
        command = [sys.executable, "-m", "tests.oidc.provider", str(settings)]
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "OAUTHLIB_INSECURE_TRANSPORT": "1"}
        self._running.enter_context(running(command, self.port, self.folder / "provider.log", environment))

    def stop(self) -> None:
        """Stop; nobody listens afterwards."""
        self._running.close()

    def rotate(self) -> None:
        """Take another key to sign with, from the next start on."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
        self._key = key.private_bytes(encoding, form, serialization.NoEncryption()).decode()

    def settings(self) -> dict[str, str]:
        """Return the settings of a Trowulan at which one can sign in here."""
        return {
            "TROWULAN_OIDC_ISSUER": self.url,
            "TROWULAN_OIDC_CLIENT_ID": CLIENT_ID,
            "TROWULAN_OIDC_CLIENT_SECRET_FILE": str(self.secret_file),
            "TROWULAN_OIDC_NAME": "SSO contoh",
        }


def serve(told: dict[str, Any]) -> None:
    """Serve for ever."""
    import django
    from django.conf import settings

    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{told['folder']}/provider.db"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "oauth2_provider",
        ],
        LOGIN_URL="/sign-in/",
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        OAUTH2_PROVIDER={
            "OAUTH2_VALIDATOR_CLASS": "tests.oidc.provider_claims.Claims",
            "OIDC_ENABLED": True,
            "OIDC_ISS_ENDPOINT": f"http://127.0.0.1:{told['port']}/o",
            "OIDC_RP_INITIATED_LOGOUT_ENABLED": True,
            "OIDC_RSA_PRIVATE_KEY": told["key"],
            "SCOPES": {"openid": "who you are"},
        },
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        ROOT_URLCONF="tests.oidc.provider_urls",
        SECRET_KEY="nobody's",
        SESSION_COOKIE_NAME="provider-session",  # cookies of one host are shared by all its ports
        CSRF_COOKIE_NAME="provider-csrf",
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [],
                "APP_DIRS": False,
                "OPTIONS": {
                    "loaders": [
                        ("django.template.loaders.locmem.Loader", {"registration/login.html": _SIGN_IN_PAGE}),
                        "django.template.loaders.app_directories.Loader",
                    ]
                },
            }
        ],
        USE_TZ=True,
    )
    django.setup()
    _fill(told["portal"], told["accounts"])

    from django.core.wsgi import get_wsgi_application
    from werkzeug.serving import make_server

    make_server("127.0.0.1", told["port"], get_wsgi_application(), threaded=True).serve_forever()


def _fill(portal: str, accounts: Iterable[str]) -> None:
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from oauth2_provider.models import Application

    call_command("migrate", verbosity=0)
    if Application.objects.exists():
        return
    Application.objects.create(
        name="Trowulan",
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris=f"{portal}/masuk/kembali",
        post_logout_redirect_uris=f"{portal}/masuk",
        skip_authorization=True,
        algorithm=Application.RS256_ALGORITHM,
    )
    for name in accounts:
        User.objects.create_user(name, f"{name}@sso.example", PASSWORD)


if __name__ == "__main__":
    serve(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
