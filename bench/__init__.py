"""Benchmarks: each runs beside its floor or peer in the same run, so that a slow machine changes no verdict."""
