"""E-Agenda: the regency's meetings, and who was there.

For every employee of the regency. An organiser creates an agenda and invites people; the hall's screen shows a QR code
that changes every half minute; whoever scans it while it is shown is present. Being present is a fact that costs one
scan, cannot be faked from home and is never lost: each scan is one record under a key made of the agenda and the
person, and what was refused is kept with its reason. The attendance list is a paper (daftar hadir) whose printed hash
ties it to the records.
"""
