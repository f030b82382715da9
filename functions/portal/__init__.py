"""Portal: one door for everybody; who you are, what you hold, and whom you can find.

Signing in with NIP or e-mail, staying signed in by a rotating refresh cookie, and the directory search that every form
with people in it uses.
"""
