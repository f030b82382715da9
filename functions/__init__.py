"""The systems, one folder each; the listing of a folder is the table of what the system does."""
