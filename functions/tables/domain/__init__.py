"""The rules of proposing and approving rows."""
