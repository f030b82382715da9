"""The only code that knows SQLite, files, Google or an HTTP client."""
