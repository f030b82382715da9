"""Naskah's rules."""
