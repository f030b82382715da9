"""Long work in chunks."""
