"""Work that must not take the server down with it: each piece in a process of its own, with limits."""
