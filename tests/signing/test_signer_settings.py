"""The settings of signing: right from the start, or no start; and which signer they choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.adapters.bsre_signer import BsreSigner
from shared.adapters.google.sealed_authorities import SealedAuthorities
from shared.adapters.local_signer import LocalSigner
from shared.entry import Runtime
from shared.settings import BsreSettings, Settings, SettingWrong
from shared.signatures.authority import new_authority
from shared.values import Secret
from tests.cloud.test_settings import COMPLETE
from tests.desk import MORNING

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "not to be shown"


@pytest.fixture
def service(tmp_path: Path) -> dict[str, str]:
    """Return the settings of a client service."""
    file = tmp_path / "password"
    file.write_text(f"{SECRET}\n")
    return {
        "TROWULAN_BSRE_URL": "https://esign.mojokertokab.example/",
        "TROWULAN_BSRE_USER": "trowulan",
        "TROWULAN_BSRE_PASSWORD_FILE": str(file),
    }


def wrong(environment: dict[str, str]) -> str:
    with pytest.raises(SettingWrong) as refused:
        Settings.from_environment(environment)
    return str(refused.value)


def test_without_a_service_people_sign_by_the_offices_own_authority(tmp_path: Path) -> None:
    runtime = Runtime(Settings.from_environment({"TROWULAN_DATA": str(tmp_path / "data")}))
    assert isinstance(runtime.signer, LocalSigner)
    assert runtime.enrolment is runtime.signer
    assert runtime.signature_roots == ()
    runtime.records.close()


def test_in_the_cloud_the_authority_is_sealed() -> None:
    runtime = Runtime(Settings.from_environment(COMPLETE))
    assert isinstance(runtime.signer, LocalSigner)
    assert isinstance(runtime.signing_authorities, SealedAuthorities)


def test_with_a_service_people_sign_there_and_are_enrolled_there(service: dict[str, str], tmp_path: Path) -> None:
    settings = Settings.from_environment({**service, "TROWULAN_DATA": str(tmp_path / "data")})
    assert settings.bsre == BsreSettings("https://esign.mojokertokab.example", "trowulan", Secret(SECRET))
    assert SECRET not in repr(settings)
    runtime = Runtime(settings)
    assert isinstance(runtime.signer, BsreSigner)
    assert runtime.enrolment is None


def test_roots_of_others_are_known_beside_the_offices_own(service: dict[str, str], tmp_path: Path) -> None:
    added, file = new_authority(MORNING).root, tmp_path / "roots.pem"
    file.write_text(added)
    known = {"TROWULAN_SIGNATURE_ROOTS_FILE": str(file), "TROWULAN_DATA": str(tmp_path / "data")}
    runtime = Runtime(Settings.from_environment({**service, **known}))
    own = runtime.signing_authorities.current(MORNING).root
    assert runtime.signature_roots == (own, added.strip())


def test_within_the_office_a_service_may_be_asked_without_encryption(service: dict[str, str]) -> None:
    plain = {**service, "TROWULAN_BSRE_SECURITY": "none"}
    for url in ("http://10.20.30.40:8080", "http://192.168.1.5", "http://127.0.0.1:9000/esign"):
        bsre = Settings.from_environment({**plain, "TROWULAN_BSRE_URL": url}).bsre
        assert bsre is not None
        assert (bsre.url, bsre.is_plain) == (url, True)
    for url in ("http://8.8.8.8", "http://esign.mojokertokab.example", "https://10.20.30.40"):
        assert "TROWULAN_BSRE_" in wrong({**plain, "TROWULAN_BSRE_URL": url})
    on_cloud_run = {**plain, "TROWULAN_BSRE_URL": "http://10.20.30.40", "K_SERVICE": "x"}
    assert "hanya untuk alamat jaringan kantor" in wrong(on_cloud_run)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("TROWULAN_BSRE_URL", "http://esign.mojokertokab.example", "harus alamat seperti https://"),
        ("TROWULAN_BSRE_URL", "https://trowulan@esign.example", "harus alamat seperti https://"),
        ("TROWULAN_BSRE_URL", "https://esign.example/?nik=1", "harus alamat seperti https://"),
        ("TROWULAN_BSRE_SECURITY", "ssl", "harus tls atau none"),
        ("TROWULAN_BSRE_USER", " ", "memerlukan TROWULAN_BSRE_USER"),
        ("TROWULAN_BSRE_PASSWORD_FILE", "", "memerlukan TROWULAN_BSRE_USER"),
        ("TROWULAN_BSRE_PASSWORD_FILE", "/there/is/none", "harus menunjuk berkas"),
        ("TROWULAN_SIGNATURE_ROOTS_FILE", "/there/is/none", "harus menunjuk berkas"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_a_sentence(
    service: dict[str, str], name: str, value: str, says: str
) -> None:
    assert says in wrong({**service, name: value})


def test_roots_must_be_certificates(service: dict[str, str]) -> None:
    file = service["TROWULAN_BSRE_PASSWORD_FILE"]
    assert "sertifikat induk dalam bentuk PEM" in wrong({"TROWULAN_SIGNATURE_ROOTS_FILE": file})
