"""Who is who: organisations, persons, positions and who holds them, as of a date."""
