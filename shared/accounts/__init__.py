"""What accounts have in common with other systems: who can sign in, and who can administer."""
