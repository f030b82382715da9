"""Tests of run.py, and the contract that import-linter checks with."""
