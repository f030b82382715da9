"""Naskah: what the offices of the regency issue on paper under their own kop, with numbers and a register.

For the administrators of the regency and of each OPD. They state how their office stands at the head of its papers,
with its logo and the code in its numbers; every paper that is printed from then on bears it. Here the simplest numbered
paper is issued: the surat keterangan that an employee's data have changed. Each number of a series stands in the
register exactly once, as issued, on its way or cancelled.
"""
