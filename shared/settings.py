"""What differs between deployments: read from the environment once, by the entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from shared.values import Secret

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_SHORTEST_KEY = 32
_LONGEST_NAME = 40
_MOST_PROXIES = 5
_GOOGLE = "https://accounts.google.com"
_QUEUE = re.compile(r"projects/[^/\s]+/locations/[^/\s]+/queues/[^/\s]+")
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_LAST_PORT = 65_535
_ADDRESS = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+")
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._-]+)*")
_STORAGE = "https://storage.googleapis.com"


class SettingWrong(Exception):
    """A setting is missing or wrong; the sentence says which and what it should be."""


@dataclass(frozen=True, slots=True)
class IssuerSettings:
    """The OpenID Connect issuer at which people may sign in beside their accounts here."""

    issuer: str  # as it calls itself; its discovery document is found below
    client_id: str
    client_secret: Secret | None  # None: a client without one (PKCE alone binds the code to us)
    claim: str  # of the ID token: tells the person's login here
    scope: str
    name: str  # as people know the issuer

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> IssuerSettings | None:
        """Read the settings, if there is an issuer. Raises SettingWrong with a sentence."""
        issuer = environment.get("TROWULAN_OIDC_ISSUER", "").strip()
        if not issuer:
            return None
        allowed = "https://" if "K_SERVICE" in environment else ("https://", "http://127.0.0.1:", "http://localhost:")
        if not issuer.startswith(allowed):
            raise SettingWrong(f"TROWULAN_OIDC_ISSUER harus alamat https, bukan {issuer!r}.")
        client_id = environment.get("TROWULAN_OIDC_CLIENT_ID", "").strip()
        if not client_id:
            raise SettingWrong("TROWULAN_OIDC_ISSUER memerlukan TROWULAN_OIDC_CLIENT_ID: nama klien di sana.")
        claim = environment.get("TROWULAN_OIDC_CLAIM", "nip").strip()
        if claim.split() != [claim]:
            raise SettingWrong(f"TROWULAN_OIDC_CLAIM harus nama klaim seperti nip, email, atau sub, bukan {claim!r}.")
        scope = environment.get("TROWULAN_OIDC_SCOPE", "openid").split()
        if "openid" not in scope:
            raise SettingWrong("TROWULAN_OIDC_SCOPE harus memuat openid.")
        name = environment.get("TROWULAN_OIDC_NAME", "SSO").strip()
        if not 1 <= len(name) <= _LONGEST_NAME:
            raise SettingWrong(f"TROWULAN_OIDC_NAME harus 1 sampai {_LONGEST_NAME} huruf.")
        secret = _from_file(environment, "TROWULAN_OIDC_CLIENT_SECRET_FILE")
        return cls(issuer, client_id, secret, claim, " ".join(scope), name)


class SmtpSecurity(StrEnum):
    """How the way to the mail server is secured."""

    TLS = "tls"  # from the first byte
    STARTTLS = "starttls"  # before anything is said
    NONE = "none"  # to a server on this machine alone


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """The server that takes our mail."""

    host: str
    port: int
    security: SmtpSecurity
    sender: str
    user: str = ""
    password: Secret | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> SmtpSettings | None:
        """Read the settings, if there is a server. Raises SettingWrong with a sentence."""
        host = environment.get("TROWULAN_SMTP_HOST", "").strip()
        if not host:
            return None
        chosen = environment.get("TROWULAN_SMTP_SECURITY", SmtpSecurity.STARTTLS)
        if chosen not in set(SmtpSecurity):
            raise SettingWrong(f"TROWULAN_SMTP_SECURITY harus tls, starttls, atau none, bukan {chosen!r}.")
        security = SmtpSecurity(chosen)
        if security is SmtpSecurity.NONE and host not in _LOOPBACK:
            raise SettingWrong("TROWULAN_SMTP_SECURITY=none hanya untuk server di komputer ini (127.0.0.1).")
        port = environment.get("TROWULAN_SMTP_PORT", "465" if security is SmtpSecurity.TLS else "587")
        if not (port.isascii() and port.isdecimal() and 0 < int(port) <= _LAST_PORT):
            raise SettingWrong(f"TROWULAN_SMTP_PORT harus bilangan 1 sampai {_LAST_PORT}, bukan {port!r}.")
        sender = environment.get("TROWULAN_SMTP_FROM", "").strip()
        if not _ADDRESS.fullmatch(sender):
            raise SettingWrong(f"TROWULAN_SMTP_FROM harus alamat surel pengirim, bukan {sender!r}.")
        user = environment.get("TROWULAN_SMTP_USER", "").strip()
        password = _from_file(environment, "TROWULAN_SMTP_PASSWORD_FILE")
        if bool(user) != (password is not None):
            raise SettingWrong("Isi TROWULAN_SMTP_USER dan TROWULAN_SMTP_PASSWORD_FILE keduanya, atau tidak keduanya.")
        if password is not None and security is SmtpSecurity.NONE:
            raise SettingWrong("Kata sandi surel hanya dikirim lewat TROWULAN_SMTP_SECURITY=tls atau starttls.")
        return cls(host, int(port), security, sender, user, password)


@dataclass(frozen=True, slots=True)
class BsreSettings:
    """The client service of BSrE (esign) by which people sign with certificates of the state's own authority."""

    url: str
    user: str
    password: Secret
    is_plain: bool = False  # without encryption, within the office's own network alone

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> BsreSettings | None:
        """Read the settings, if there is one. Raises SettingWrong with a sentence."""
        url = environment.get("TROWULAN_BSRE_URL", "").strip().rstrip("/")
        if not url:
            return None
        chosen = environment.get("TROWULAN_BSRE_SECURITY", "tls")
        if chosen not in {"tls", "none"}:
            raise SettingWrong(f"TROWULAN_BSRE_SECURITY harus tls atau none, bukan {chosen!r}.")
        is_plain = chosen == "none"
        if not _ORIGIN.fullmatch(url) or not url.startswith("http://" if is_plain else "https://"):
            wanted = "http://10.1.2.3" if is_plain else "https://esign.kantor.go.id"
            raise SettingWrong(f"TROWULAN_BSRE_URL harus alamat seperti {wanted}, bukan {url!r}.")
        if is_plain and ("K_SERVICE" in environment or not _is_near(url)):
            raise SettingWrong("TROWULAN_BSRE_SECURITY=none hanya untuk alamat jaringan kantor seperti 10.1.2.3.")
        user = environment.get("TROWULAN_BSRE_USER", "").strip()
        password = _from_file(environment, "TROWULAN_BSRE_PASSWORD_FILE")
        if not user or password is None:
            raise SettingWrong("TROWULAN_BSRE_URL memerlukan TROWULAN_BSRE_USER dan TROWULAN_BSRE_PASSWORD_FILE.")
        return cls(url, user, password, is_plain)


@dataclass(frozen=True, slots=True)
class TaskSettings:
    """Where Cloud Tasks takes tasks, and what each of them calls."""

    queue: str  # projects/…/locations/…/queues/…
    url: str  # where the function answers that fires what is due
    account: str  # one of our callers
    emulator: str = ""

    @classmethod
    def from_environment(
        cls, environment: Mapping[str, str], callers: Collection[str], emulator: str
    ) -> TaskSettings | None:
        """Read the settings, if there is a queue. Raises SettingWrong with a sentence."""
        queue = environment.get("TROWULAN_TIMER_QUEUE", "").strip()
        if not queue:
            return None
        if not _QUEUE.fullmatch(queue):
            raise SettingWrong(
                "TROWULAN_TIMER_QUEUE harus seperti projects/proyek/locations/asia-southeast2/queues/antrean, "
                f"bukan {queue!r}."
            )
        url = _needed(environment, "TROWULAN_TIMER_URL", "alamat layanan portal-fire-timers")
        if not url.startswith("https://") and not emulator:
            raise SettingWrong(f"TROWULAN_TIMER_URL harus alamat https, bukan {url!r}.")
        account = _needed(environment, "TROWULAN_TIMER_ACCOUNT", "akun layanan yang memanggilnya")
        if account not in callers:
            raise SettingWrong("TROWULAN_TIMER_ACCOUNT harus salah satu akun pada TROWULAN_CALLERS.")
        return cls(queue, url, account, emulator)


@dataclass(frozen=True, slots=True)
class CloudSettings:
    """What the google mode needs beside."""

    project: str
    bucket: str
    keys: tuple[Secret, ...]  # sign this deployment's own tokens; the last one signs, each of them verifies
    issuer: str  # gives out the tokens by which Google's services call the inner functions
    callers: frozenset[str]  # the accounts that may call them
    firestore_emulator: str = ""
    pubsub_emulator: str = ""
    storage_emulator: str = ""
    tasks: TaskSettings | None = None  # without it timers are looked at each minute
    auth_emulator: str = ""  # its tokens are unsigned: whoever reaches it is whom they like

    @property
    def bucket_origin(self) -> str:
        """Where browsers send files to: the one other origin that the portal's pages may speak to."""
        return f"http://{self.storage_emulator}" if self.storage_emulator else _STORAGE

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> CloudSettings:
        """Read the settings of the google mode. Raises SettingWrong with a sentence."""
        project = _needed(environment, "GOOGLE_CLOUD_PROJECT", "nama proyeknya")
        bucket = _needed(environment, "TROWULAN_BUCKET", "nama bucket untuk dokumen")
        keys = _needed(environment, "TROWULAN_KEYS", "kunci penanda tangan, yang terbaru paling akhir").split()
        if any(len(key) < _SHORTEST_KEY for key in keys):
            message = f"Tiap kunci pada TROWULAN_KEYS harus paling sedikit {_SHORTEST_KEY} huruf."
            raise SettingWrong(message)
        callers = _needed(environment, "TROWULAN_CALLERS", "akun layanan yang boleh memanggil fungsi dalam").split()
        _needed(environment, "TROWULAN_PUBLIC_URL", "alamat portal")
        names = (
            "FIRESTORE_EMULATOR_HOST",
            "PUBSUB_EMULATOR_HOST",
            "STORAGE_EMULATOR_HOST",
            "FIREBASE_AUTH_EMULATOR_HOST",
            "CLOUD_TASKS_EMULATOR_HOST",
        )
        emulators = [environment.get(name, "").removeprefix("http://") for name in names]
        issuer = environment.get("TROWULAN_ISSUER", _GOOGLE)
        if "K_SERVICE" in environment:  # Cloud Run sets it
            if any(emulators):
                message = f"Emulator hanya untuk uji coba di satu komputer: hapus {', '.join(names)}."
                raise SettingWrong(message)
            if not issuer.startswith("https://"):
                message = f"TROWULAN_ISSUER harus alamat https, bukan {issuer!r}."
                raise SettingWrong(message)
        secrets = tuple(Secret(key) for key in keys)
        firestore, pubsub, storage, auth, tasks_emulator = emulators
        tasks = TaskSettings.from_environment(environment, callers, tasks_emulator)
        return cls(project, bucket, secrets, issuer, frozenset(callers), firestore, pubsub, storage, tasks, auth)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process; those of the google mode are there in that mode alone."""

    data: Path
    public_url: str
    demo: bool
    authority: Path | None = None  # the authority of its own that signed an office's certificate
    cloud: CloudSettings | None = None
    issuer: IssuerSettings | None = None
    smtp: SmtpSettings | None = None
    bsre: BsreSettings | None = None  # without it people sign by the office's own authority
    signature_roots: str = ""  # certificates in PEM: roots of signatures that are known beside the office's own
    trusted_proxies: int = 0  # so many entries at the right end of X-Forwarded-For were written by proxies of ours

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Read the settings. Raises SettingWrong with a sentence."""
        mode = environment.get("TROWULAN_MODE", "embedded")
        if mode not in {"embedded", "google"}:
            message = f"TROWULAN_MODE harus embedded atau google, bukan {mode!r}."
            raise SettingWrong(message)
        public_url = (environment.get("TROWULAN_PUBLIC_URL", "").strip() or "http://127.0.0.1:8080").rstrip("/")
        if not public_url.startswith(("http://", "https://")):
            message = f"TROWULAN_PUBLIC_URL harus alamat lengkap seperti https://trowulan.go.id, bukan {public_url!r}."
            raise SettingWrong(message)
        demo = environment.get("TROWULAN_DEMO", "no")
        if demo not in {"yes", "no"}:
            message = f"TROWULAN_DEMO harus yes atau no, bukan {demo!r}."
            raise SettingWrong(message)
        cloud = CloudSettings.from_environment(environment) if mode == "google" else None
        issuer = IssuerSettings.from_environment(environment)
        if issuer and cloud and cloud.auth_emulator:
            raise SettingWrong("Pilih satu tempat masuk: TROWULAN_OIDC_ISSUER atau FIREBASE_AUTH_EMULATOR_HOST.")
        proxies = environment.get("TROWULAN_PROXIES", "0")
        if proxies not in map(str, range(_MOST_PROXIES + 1)):
            raise SettingWrong(f"TROWULAN_PROXIES harus bilangan 0 sampai {_MOST_PROXIES}, bukan {proxies!r}.")
        data, authority = Path(environment.get("TROWULAN_DATA", "var")), environment.get("TROWULAN_AUTHORITY", "")
        own = Path(authority) if authority else None
        smtp = SmtpSettings.from_environment(environment)
        bsre, roots = BsreSettings.from_environment(environment), _signature_roots(environment)
        return cls(data, public_url, demo == "yes", own, cloud, issuer, smtp, bsre, roots, int(proxies))


def _needed(environment: Mapping[str, str], name: str, what: str) -> str:
    value = environment.get(name, "").strip()
    if not value:
        message = f"Mode google memerlukan {name}: isi dengan {what}."
        raise SettingWrong(message)
    return value


def _signature_roots(environment: Mapping[str, str]) -> str:
    name = "TROWULAN_SIGNATURE_ROOTS_FILE"
    roots = _from_file(environment, name)
    if roots is None:
        return ""
    if "-----BEGIN CERTIFICATE-----" not in roots.reveal():
        raise SettingWrong(f"{name} harus menunjuk berkas sertifikat induk dalam bentuk PEM.")
    return roots.reveal()


def _is_near(url: str) -> bool:
    """Whether a host is this machine, or one that no way from outside leads to; a name may come to mean any."""
    host = urlsplit(url).hostname or ""
    try:
        return host in _LOOPBACK or ip_address(host).is_private
    except ValueError:
        return False


def _from_file(environment: Mapping[str, str], name: str) -> Secret | None:
    """Return the secret in the file that a setting names: a file has fewer readers than an environment."""
    path = environment.get(name, "").strip()
    if not path:
        return None
    try:
        text = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        text = ""
    if not text:
        raise SettingWrong(f"{name} harus menunjuk berkas yang dapat dibaca dan tidak kosong, bukan {path!r}.")
    return Secret(text)
