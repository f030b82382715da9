"""Data folders of earlier releases, which every later one must open.

Each archive holds the `var/` of a demonstration: invented people, and keys and a password that were drawn for it and
open nothing else. Beside it stands what its release said about it. `make_archive` makes both; an archive of a release
that was given out is never made anew.
"""
