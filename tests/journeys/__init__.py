"""Whole jobs in a real browser, as people do them."""
