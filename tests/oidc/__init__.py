"""Signing in at an OpenID Connect issuer: one that we didn't write, and one that tells lies."""
