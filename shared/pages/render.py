"""A page from its template and values; whatever is in the values is text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from shared.answers import Page


def render(template: str, *, status: int = 200, cache_seconds: int = 0, **values: object) -> Page:
    """Return the page that a template of this folder makes of the values."""
    return Page(_templates().get_template(template).render(values).encode(), status, cache_seconds)


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
