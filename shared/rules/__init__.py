"""Rules that several systems share: pure functions over the standard library, nothing else."""
