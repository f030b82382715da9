"""The rules of letters."""
