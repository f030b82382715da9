"""The directory's operations."""
