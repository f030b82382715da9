"""The block below which an official signs."""

from __future__ import annotations

import pytest

from shared.refusals import InvalidField
from shared.rules.pangkat import pangkat, pangkat_golongan
from shared.rules.signature import signature_lines


def test_who_holds_the_post_signs_below_its_title() -> None:
    assert signature_lines("Kepala Dinas Kominfo") == ("KEPALA DINAS KOMINFO,",)


def test_who_acts_in_it_says_how() -> None:
    assert signature_lines("Plt. Kepala Dinas Kominfo") == ("Plt. KEPALA DINAS KOMINFO,",)
    assert signature_lines("Plh. Camat Trowulan") == ("Plh. CAMAT TROWULAN,",)


def test_the_official_one_below_signs_in_the_name_of_the_one_above() -> None:
    assert signature_lines("Sekretaris Daerah", "Bupati Mojokerto") == ("a.n. BUPATI MOJOKERTO", "SEKRETARIS DAERAH,")


def test_the_official_two_below_signs_through_the_one_between() -> None:
    assert signature_lines("Asisten Administrasi Umum", "Bupati Mojokerto", "Sekretaris Daerah") == (
        "a.n. BUPATI MOJOKERTO",
        "SEKRETARIS DAERAH",
        "u.b.",
        "ASISTEN ADMINISTRASI UMUM,",
    )


@pytest.mark.parametrize(
    ("in_name_of", "through", "pointer"),
    [
        ("", "Sekretaris Daerah", "/in_name_of"),
        ("asisten umum", "", "/in_name_of"),
        ("Bupati", "Bupati", "/through"),
        ("Bupati", "Asisten Umum", "/through"),
    ],
)
def test_nobody_signs_for_himself_nor_through_nobody(in_name_of: str, through: str, pointer: str) -> None:
    with pytest.raises(InvalidField) as refused:
        signature_lines("Asisten Umum", in_name_of, through)
    assert refused.value.facts["errors"][0]["pointer"] == pointer


def test_a_pns_has_a_rank_with_the_golongan_and_a_pppk_has_none() -> None:
    assert (pangkat("III/d"), pangkat_golongan("III/d")) == ("Penata Tingkat I", "Penata Tingkat I, III/d")
    assert (pangkat("IX"), pangkat_golongan("IX"), pangkat_golongan("")) == ("", "IX", "")
