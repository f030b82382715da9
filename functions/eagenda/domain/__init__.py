"""E-Agenda's rules: arguments in, a value or a Refusal out."""
