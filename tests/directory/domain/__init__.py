"""The directory's rules."""
