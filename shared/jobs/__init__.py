"""Long work in chunks: each is one transaction that carries the work on by an event, so a crash resumes by itself."""
