"""Adapters of the embedded mode: nothing but Python, SQLite and a folder."""
