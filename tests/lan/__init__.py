"""The server on the office's network."""
