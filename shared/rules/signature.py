"""The block below which an official signs: in whose name, and how it is written.

Who acts for the holder signs as Plt. or Plh. of the position (UU 30/2014 art. 14). ``a.n.`` stands before the official
in whose name the one below signs, ``u.b.`` before the one two below (Permendagri 1/2023); either way the official in
whose name it is signed stays answerable.
"""

from __future__ import annotations

from shared.refusals import InvalidField

_ACTING = ("Plt. ", "Plh. ", "Pj. ", "Pjs. ")


def signature_lines(title: str, in_name_of: str = "", through: str = "") -> tuple[str, ...]:
    """Return the lines above the space for the signature; the last ends with a comma. Raises InvalidField.

    ``title`` is the signer's; ``in_name_of`` the official for whom (a.n.); ``through`` the one between them (u.b.).
    """
    own = _capital(title)
    if through and not in_name_of:
        raise InvalidField("/in_name_of", "Isi dulu jabatan yang diatasnamakan (a.n.); u.b. berada di bawahnya.")
    if _same(in_name_of, title) or _same(through, title) or (through and _same(through, in_name_of)):
        pointer = "/through" if _same(through, title) or _same(through, in_name_of) else "/in_name_of"
        raise InvalidField(pointer, "Jabatan ini sama dengan jabatan lain pada blok tanda tangan.")
    if through:
        return (f"a.n. {_capital(in_name_of)}", _capital(through), "u.b.", f"{own},")
    if in_name_of:
        return (f"a.n. {_capital(in_name_of)}", f"{own},")
    return (f"{own},",)


def _capital(title: str) -> str:
    """Write a title in capitals, but for how it is held: ``Plt. KEPALA DINAS``."""
    for prefix in _ACTING:
        if title.startswith(prefix):
            return prefix + title.removeprefix(prefix).upper()
    return title.upper()


def _same(one: str, other: str) -> bool:
    return bool(one) and one.casefold() == other.casefold()
