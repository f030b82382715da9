"""Electronic signatures in PDFs: the office's own authority, and what a signature in a file is worth."""
