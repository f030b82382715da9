"""Notices: how a system asks that people are told something."""
