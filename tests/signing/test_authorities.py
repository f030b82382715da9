"""The authority for signatures: made once, followed by another in time, and in the cloud sealed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedded.signing_authority import FileAuthorities
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.google.sealed_authorities import SEALED_AUTHORITIES, SealedAuthorities
from shared.adapters.local_signer import LocalSigner
from shared.signatures.authority import AUTHORITY_LASTS, PERSONAL_LASTS, AuthorityDamaged
from shared.signatures.verify import verify_signatures
from tests.desk import MORNING, Clock
from tests.signing.papers import PASSPHRASE, SITI, signed_by
from tests.twice_records import TwiceRecords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from shared.ports.records import Records
    from shared.signatures.authority import Authorities

OLD, NEW = "an old key of the deployment, long enough", "a new key of the deployment, long enough"


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    store = SqliteRecords(tmp_path / "records.db")
    yield TwiceRecords(store)
    store.close()


@pytest.fixture(params=["folder", "sealed"])
def open_authorities(request: pytest.FixtureRequest, records: Records, tmp_path: Path) -> Callable[[], Authorities]:
    """Return what opens the authorities once more, as each process does."""
    if request.param == "folder":
        return lambda: FileAuthorities(tmp_path / "keys")
    return lambda: SealedAuthorities(records, lambda: [OLD])


def test_it_is_made_once(open_authorities: Callable[[], Authorities]) -> None:
    assert open_authorities().roots() == ()
    first = open_authorities().current(MORNING)
    assert open_authorities().current(MORNING + timedelta(days=300)).pem == first.pem
    assert open_authorities().roots() == (first.root,)


def test_of_many_who_need_it_first_all_get_the_same(open_authorities: Callable[[], Authorities]) -> None:
    with ThreadPoolExecutor(8) as threads:
        made = threads.map(lambda _: open_authorities().current(MORNING).pem, range(8))
    assert len(set(made)) == 1
    assert len(open_authorities().roots()) == 1


def test_another_follows_before_it_would_end_and_the_first_stays_known(
    open_authorities: Callable[[], Authorities],
) -> None:
    authorities = open_authorities()
    first, last_day = authorities.current(MORNING), MORNING + AUTHORITY_LASTS - PERSONAL_LASTS
    assert authorities.current(last_day - timedelta(days=1)).pem == first.pem
    second = authorities.current(last_day + timedelta(days=1))
    assert second.pem != first.pem
    assert authorities.roots() == (first.root, second.root)


def test_signatures_of_both_are_known(open_authorities: Callable[[], Authorities], records: Records) -> None:
    authorities, clock = open_authorities(), Clock(MORNING)
    signer = LocalSigner(records, authorities, clock)
    signer.enrol(SITI, PASSPHRASE)
    first = signed_by(signer).pdf
    clock.set(MORNING + AUTHORITY_LASTS)
    signer.enrol(SITI, PASSPHRASE)
    both = signed_by(signer, first).pdf
    assert len(authorities.roots()) == 2
    assert [it.holds for it in verify_signatures(both, authorities.roots(), clock.now())] == [True, True]


def test_a_damaged_file_is_not_replaced_by_a_new_authority(tmp_path: Path) -> None:
    authorities = FileAuthorities(tmp_path)
    authorities.current(MORNING)
    [file] = tmp_path.glob("signing-*.pem")
    file.write_text(file.read_text()[:200])
    with pytest.raises(AuthorityDamaged, match="restore it from a backup"):
        authorities.current(MORNING)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_in_the_cloud_its_key_is_readable_nowhere(records: Records) -> None:
    authority = SealedAuthorities(records, lambda: [OLD]).current(MORNING)
    body = records.get(SEALED_AUTHORITIES.stored, "0001")
    assert body is not None
    assert "PRIVATE KEY" not in str(body)
    assert authority.pem not in str(body)


def test_a_newer_key_seals_it_anew_and_the_older_may_go(records: Records) -> None:
    first = SealedAuthorities(records, lambda: [OLD]).current(MORNING)
    with pytest.raises(AuthorityDamaged, match="TROWULAN_KEYS"):
        SealedAuthorities(records, lambda: [NEW]).current(MORNING)
    assert SealedAuthorities(records, lambda: [NEW]).roots() == (first.root,)
    assert SealedAuthorities(records, lambda: [OLD, NEW]).current(MORNING).pem == first.pem
    assert SealedAuthorities(records, lambda: [NEW]).current(MORNING).pem == first.pem
